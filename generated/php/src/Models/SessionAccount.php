<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** The account of whoever asks. */
final class SessionAccount extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The name one signs in with. */
        public string $name,
        /** The name to show. */
        public string $displayName,
        /** The address of this account, if it has one. */
        public ?string $email,
        /** What sort of a principal it is. */
        public SessionAccountKind|string $kind,
        /** What it may do beside what is its own. */
        public SessionAccountRole|string $role,
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
            new Member('kind', 'kind', Codecs::textEnum(SessionAccountKind::class), true),
            new Member('role', 'role', Codecs::textEnum(SessionAccountRole::class), true),
        ];
    }
}
