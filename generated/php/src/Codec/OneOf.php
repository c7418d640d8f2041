<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

use A3dav\Client\Errors\DecodeException;

/** With a member that tells which; without, the first that fits. What fits none stays JSON as it came. */
final class OneOf implements Codec
{
    /** @param list<array{list<string>, Codec}> $variants each with the texts of the member that mean it */
    public function __construct(private readonly string $member, private readonly array $variants)
    {
    }

    public function read(mixed $value, string $path): mixed
    {
        $told = $this->member !== '' && $value instanceof \stdClass ? $value->{$this->member} ?? null : null;
        foreach ($this->variants as [$tags, $codec]) {
            if ($this->member === '' ? self::fits($codec, $value) : in_array($told, $tags, true)) {
                return $codec->read($value, $path);
            }
        }
        return $value;
    }

    public function write(mixed $value): mixed
    {
        return Free::plain($value);
    }

    private static function fits(Codec $codec, mixed $value): bool
    {
        if ($codec instanceof ModelOf) {
            return $codec->fits($value);
        }
        try {
            $codec->read($value, '');
            return true;
        } catch (DecodeException) {
            return false;
        }
    }
}
