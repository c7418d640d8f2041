<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

final class OrNull implements Codec
{
    public function __construct(public readonly Codec $of)
    {
    }

    public function read(mixed $value, string $path): mixed
    {
        return $value === null ? null : $this->of->read($value, $path);
    }

    public function write(mixed $value): mixed
    {
        return $value === null ? null : $this->of->write($value);
    }
}
