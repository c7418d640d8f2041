<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Codec;

/** A member of an object: its name in JSON, its property, how it is read, and whether it must be there. */
final class Member
{
    public function __construct(
        public readonly string $key,
        public readonly string $property,
        public readonly Codec $codec,
        public readonly bool $required = false,
        /** What the property holds where the member is absent. */
        public readonly ?Absent $absent = null,
    ) {
    }
}
