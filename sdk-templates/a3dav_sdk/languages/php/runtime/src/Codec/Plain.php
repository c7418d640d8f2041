<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

/** A value that JSON has itself: text, integer, number, boolean or bytes. */
final class Plain implements Codec
{
    public function __construct(public readonly string $kind)
    {
    }

    public function read(mixed $value, string $path): mixed
    {
        $fits = match ($this->kind) {
            'integer' => is_int($value),
            'number' => is_int($value) || is_float($value),
            'boolean' => is_bool($value),
            default => is_string($value),
        };
        return $fits ? $value : throw Complaint::of($this->kind, $value, $path);
    }

    public function write(mixed $value): mixed
    {
        return $value;
    }
}
