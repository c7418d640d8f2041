<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Codec\OneOf;
use A3dav\Client\Codec\Union;
use A3dav\Client\Codecs;

final class Shape implements Union
{
    public static function codec(): OneOf
    {
        return new OneOf('kind', [[['thing', 'thin'], Codecs::model(Thing::class)], [['text'], Codecs::text()]]);
    }
}
