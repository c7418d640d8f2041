<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A person, a group, a room or a resource. */
final class Principal extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The name of the account. */
        public string $name,
        /** The name to show. */
        public string $displayName,
        /** Its address, if it has one. */
        public ?string $email,
        /** What sort of a principal it is. */
        public PrincipalKind|string $kind,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('email', 'email', Codecs::orNull(Codecs::text()), true),
            new Member('kind', 'kind', Codecs::textEnum(PrincipalKind::class), true),
        ];
    }
}
