<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

/** A class that says which variants a value may have. */
interface Union
{
    public static function codec(): OneOf;
}
