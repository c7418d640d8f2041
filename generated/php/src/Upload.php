<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Errors\ConfigurationException;

/** What is sent, when it is more than a string: a file, a stream, or pieces. */
final class Upload
{
    /** @param \Closure(): iterable<string> $pieces */
    private function __construct(
        private readonly \Closure $pieces,
        public readonly ?int $length,
        /** Whether it can be sent twice. */
        public readonly bool $isRepeatable,
        public readonly string $name,
    ) {
    }

    public static function file(string $path): self
    {
        $size = is_file($path) ? filesize($path) : false;
        if ($size === false) {
            throw new ConfigurationException("$path is no file");
        }
        $pieces = static function () use ($path): \Generator {
            $stream = fopen($path, 'rb') ?: throw new ConfigurationException("$path cannot be read");
            yield from self::read($stream);
            fclose($stream);
        };
        return new self($pieces, $size, true, basename($path));
    }

    /** @param resource $stream sent again from where it stands now, if it can be rewound */
    public static function stream($stream, string $name = 'upload'): self
    {
        $start = stream_get_meta_data($stream)['seekable'] ? ftell($stream) : false;
        if ($start === false) {
            return new self(static fn () => self::read($stream), null, false, $name);
        }
        $size = fstat($stream)['size'] ?? null;
        $pieces = static function () use ($stream, $start): \Generator {
            fseek($stream, $start);
            yield from self::read($stream);
        };
        return new self($pieces, $size === null ? null : max(0, $size - $start), true, $name);
    }

    /** @param iterable<string> $pieces sent once */
    public static function pieces(iterable $pieces, ?int $length = null, string $name = 'upload'): self
    {
        return new self(static fn () => $pieces, $length, false, $name);
    }

    /** @return iterable<string> */
    public function open(): iterable
    {
        return ($this->pieces)();
    }

    /**
     * @param resource $stream
     * @return \Generator<string>
     */
    private static function read($stream): \Generator
    {
        while (!feof($stream)) {
            $piece = fread($stream, 262_144);
            if ($piece === false) {
                throw new ConfigurationException('the stream cannot be read');
            }
            if ($piece !== '') {
                yield $piece;
            }
        }
    }
}
