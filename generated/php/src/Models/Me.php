<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A user, a group, a room or a resource. */
final class Me extends Model
{
    public function __construct(
        public string $id,
        public string $name,
        public string $displayName,
        public string $email,
        public GraphKind|string $kind,
        public GraphRole|string $role,
        public MeQuota $quota,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('email', 'email', Codecs::text(), true),
            new Member('kind', 'kind', Codecs::textEnum(GraphKind::class), true),
            new Member('role', 'role', Codecs::textEnum(GraphRole::class), true),
            new Member('quota', 'quota', Codecs::model(MeQuota::class), true),
        ];
    }
}
