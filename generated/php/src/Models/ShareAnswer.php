<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What somebody made of an invitation. */
final class ShareAnswer extends Model
{
    public function __construct(
        /** A person, a group, a room or a resource. */
        public Principal $account,
        /** What was made of it. */
        public InvitationState|string $state,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('account', 'account', Codecs::model(Principal::class), true),
            new Member('state', 'state', Codecs::textEnum(InvitationState::class), true),
        ];
    }
}
