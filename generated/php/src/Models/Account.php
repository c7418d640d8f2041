<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** An account with all that is known of it. */
final class Account extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** What sort of a principal it is. */
        public PrincipalKind|string $kind,
        /** The name one signs in with. */
        public string $name,
        /** The name to show. */
        public string $displayName,
        /** Its address, if it has one. */
        public ?string $email,
        /** What an account may do beside what is its own. */
        public Role|string $role,
        /** Whether it may not sign in. */
        public bool $disabled,
        /** Its path in WebDAV. */
        public string $href,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $created,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $changed,
        /** Bytes that an account uses, and may use. */
        public Quota $quota,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('kind', 'kind', Codecs::textEnum(PrincipalKind::class), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('email', 'email', Codecs::orNull(Codecs::text()), true),
            new Member('role', 'role', Codecs::textEnum(Role::class), true),
            new Member('disabled', 'disabled', Codecs::boolean(), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('changed', 'changed', Codecs::time(), true),
            new Member('quota', 'quota', Codecs::model(Quota::class), true),
        ];
    }
}
