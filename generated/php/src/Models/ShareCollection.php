<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A home, a calendar, an address book or a folder. */
final class ShareCollection extends Model
{
    public function __construct(
        public string $id,
        /** DAV:displayname; empty where none was given. */
        public string $displayName,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
        ];
    }
}
