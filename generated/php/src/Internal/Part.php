<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

/** @internal One of a multipart form. */
final class Part
{
    public function __construct(
        private readonly string $name,
        public readonly string $content,
        private readonly ?string $file = null,
    ) {
    }

    public function headers(): string
    {
        $told = 'Content-Disposition: form-data; name="' . self::quoted($this->name) . '"';
        return $this->file === null
            ? $told
            : "$told; filename=\"" . self::quoted($this->file) . "\"\r\nContent-Type: application/octet-stream";
    }

    private static function quoted(string $name): string
    {
        return strtr($name, ['"' => '%22', "\r" => '%0D', "\n" => '%0A']);
    }
}
