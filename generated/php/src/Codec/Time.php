<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

use A3dav\Client\Timestamp;

final class Time implements Codec
{
    public function read(mixed $value, string $path): Timestamp
    {
        return is_string($value) ? new Timestamp($value) : throw Complaint::of('text', $value, $path);
    }

    public function write(mixed $value): mixed
    {
        return $value instanceof \DateTimeInterface ? Timestamp::of($value)->text : (string) $value;
    }
}
