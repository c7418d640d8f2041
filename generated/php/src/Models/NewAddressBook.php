<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** An address book to make. */
final class NewAddressBook extends Model
{
    public function __construct(
        /** The name to show. */
        public string $displayName,
        /** The last segment of its path in DAV; the server finds one otherwise. */
        public ?string $name = null,
        /** What it is for. */
        public string|Absent|null $description = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('name', 'name', Codecs::text()),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('description', 'description', Codecs::orNull(Codecs::text()), false, Absent::It),
        ];
    }
}
