<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What is left out stays as it is. */
final class UpdatePrincipalInput extends Model
{
    public function __construct(
        public string $principal,
        public string|Absent|null $displayName = Absent::It,
        public string|Absent|null $email = Absent::It,
        public int|Absent|null $quota = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('displayName', 'displayName', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('email', 'email', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('principal', 'principal', Codecs::text(), true),
            new Member('quota', 'quota', Codecs::orNull(Codecs::integer()), false, Absent::It),
        ];
    }
}
