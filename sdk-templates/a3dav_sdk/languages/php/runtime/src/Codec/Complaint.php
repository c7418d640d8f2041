<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

use A3dav\Client\Errors\DecodeException;

/** Errors that say where in a document something is wrong. */
final class Complaint
{
    public static function of(string $wanted, mixed $found, string $path): DecodeException
    {
        $kind = is_object($found) ? 'an object' : get_debug_type($found);
        return new DecodeException(self::place($path) . ": $wanted was to be here, not $kind");
    }

    public static function missing(string $member, string $path): DecodeException
    {
        return new DecodeException(self::place($path) . ": the member $member is missing");
    }

    private static function place(string $path): string
    {
        return $path === '' ? '/' : $path;
    }
}
