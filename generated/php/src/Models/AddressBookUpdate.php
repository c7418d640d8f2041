<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What to change of an address book. */
final class AddressBookUpdate extends Model
{
    public function __construct(
        /** The name to show. */
        public ?string $displayName = null,
        /** What it is for. */
        public string|Absent|null $description = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('displayName', 'displayName', Codecs::text()),
            new Member('description', 'description', Codecs::orNull(Codecs::text()), false, Absent::It),
        ];
    }
}
