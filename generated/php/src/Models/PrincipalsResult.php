<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
final class PrincipalsResult extends Model
{
    public function __construct(
        /** Principals by name. */
        public Principals $principals,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('principals', 'principals', Codecs::model(Principals::class), true),
        ];
    }
}
