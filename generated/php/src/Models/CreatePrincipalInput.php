<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class CreatePrincipalInput extends Model
{
    public function __construct(
        public string $name,
        public string|Absent|null $displayName = Absent::It,
        public string|Absent|null $email = Absent::It,
        public GraphNewKind|string|null $kind = null,
        public string|Absent|null $password = Absent::It,
        public int|Absent|null $quota = Absent::It,
        public GraphNewRole|string|null $role = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('displayName', 'displayName', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('email', 'email', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('kind', 'kind', Codecs::textEnum(GraphNewKind::class)),
            new Member('name', 'name', Codecs::text(), true),
            new Member('password', 'password', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('quota', 'quota', Codecs::orNull(Codecs::integer()), false, Absent::It),
            new Member('role', 'role', Codecs::textEnum(GraphNewRole::class)),
        ];
    }
}
