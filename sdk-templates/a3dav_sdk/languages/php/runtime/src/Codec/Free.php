<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** Any JSON: objects are \stdClass, and models inside are written as theirs. */
final class Free implements Codec
{
    public function read(mixed $value, string $path): mixed
    {
        return $value;
    }

    public function write(mixed $value): mixed
    {
        return self::plain($value);
    }

    /** Anything made of models and JSON as JSON alone. */
    public static function plain(mixed $value): mixed
    {
        return match (true) {
            $value instanceof Model => $value->toJson(),
            $value instanceof \BackedEnum => $value->value,
            $value instanceof \DateTimeInterface => Timestamp::of($value)->text,
            $value instanceof \JsonSerializable => self::plain($value->jsonSerialize()),
            is_array($value) => array_map(self::plain(...), $value),
            $value instanceof \stdClass => (object) array_map(self::plain(...), (array) $value),
            default => $value,
        };
    }
}
