<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What to change of a quota. */
final class QuotaUpdate extends Model
{
    public function __construct(
        /** Bytes; null takes the default. */
        public int|Absent|null $own = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('own', 'own', Codecs::orNull(Codecs::integer()), false, Absent::It),
        ];
    }
}
