<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What to change of an account. */
final class AccountUpdate extends Model
{
    public function __construct(
        /** The name to show. */
        public string|Absent|null $displayName = Absent::It,
        /** Its address. */
        public string|Absent|null $email = Absent::It,
        /** What it may do beside what is its own. */
        public AccountUpdateRole|string|null $role = null,
        /** Whether it may not sign in. */
        public ?bool $disabled = null,
        /** What to change of a quota. */
        public ?QuotaUpdate $quota = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('displayName', 'displayName', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('email', 'email', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('role', 'role', Codecs::textEnum(AccountUpdateRole::class)),
            new Member('disabled', 'disabled', Codecs::boolean()),
            new Member('quota', 'quota', Codecs::model(QuotaUpdate::class)),
        ];
    }
}
