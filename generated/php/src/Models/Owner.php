<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Whose something is. */
final class Owner extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The name of the account. */
        public string $name,
        /** The name to show. */
        public string $displayName,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
        ];
    }
}
