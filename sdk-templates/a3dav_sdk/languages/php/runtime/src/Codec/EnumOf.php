<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

/** A value that the enumeration does not know stays text or a number. */
final class EnumOf implements Codec
{
    /** @param class-string<\BackedEnum> $enum */
    public function __construct(private readonly string $enum, private readonly Plain $base)
    {
    }

    public function read(mixed $value, string $path): mixed
    {
        $plain = $this->base->read($value, $path);
        return $this->enum::tryFrom($plain) ?? $plain;
    }

    public function write(mixed $value): mixed
    {
        return $value instanceof \BackedEnum ? $value->value : $value;
    }
}
