<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Codec;
use A3dav\Client\Tests\Thing;

final class WebhookTypes
{
    public static function codec(string $event): ?Codec
    {
        return $event === 'thing.made' ? Codecs::model(Thing::class) : null;
    }
}
