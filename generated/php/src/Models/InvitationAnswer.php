<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What to make of it. */
final class InvitationAnswer extends Model
{
    public function __construct(
        /** Whether to have it. */
        public InvitationAnswerState|string $state,
        /** What to call it among one's own. */
        public ?string $summary = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('state', 'state', Codecs::textEnum(InvitationAnswerState::class), true),
            new Member('summary', 'summary', Codecs::text()),
        ];
    }
}
