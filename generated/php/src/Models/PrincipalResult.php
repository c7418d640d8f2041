<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
final class PrincipalResult extends Model
{
    public function __construct(
        /** A principal by its id or its name; null where there is none that you may ask for. */
        public ?Principal2 $principal,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('principal', 'principal', Codecs::orNull(Codecs::model(Principal2::class)), true),
        ];
    }
}
