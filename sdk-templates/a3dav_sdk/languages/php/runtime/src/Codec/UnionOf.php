<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

/** A union by its class, looked up when it is first needed. */
final class UnionOf implements Codec
{
    /** @param class-string<Union> $union */
    public function __construct(private readonly string $union)
    {
    }

    public function read(mixed $value, string $path): mixed
    {
        return $this->union::codec()->read($value, $path);
    }

    public function write(mixed $value): mixed
    {
        return Free::plain($value);
    }
}
