<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Codec\Codec;

/** @internal Of a call: its key, its name on the wire, where it goes and how it is written. */
final class Parameter
{
    public function __construct(
        public readonly string $key,
        public readonly string $wire,
        public readonly string $place,
        public readonly string $style,
        public readonly bool $explode,
        public readonly Codec $codec,
    ) {
    }
}
