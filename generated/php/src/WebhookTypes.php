<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Codec;

/** Which event has which type. */
final class WebhookTypes
{
    public static function codec(string $event): ?Codec
    {
        return match ($event) {
            default => null,
        };
    }
}
