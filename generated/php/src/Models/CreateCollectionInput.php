<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class CreateCollectionInput extends Model
{
    public function __construct(
        public string $collection,
        public string $kind,
        public string $name,
        public string|Absent|null $displayName = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('kind', 'kind', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
        ];
    }
}
