<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Who is signed in, and by what. */
final class Session extends Model
{
    public function __construct(
        /** The account of whoever asks. */
        public SessionAccount $account,
        /** What this request was signed in with. */
        public SessionCredential $credential,
        /** What the server takes, in bytes. */
        public SessionLimits $limits,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('account', 'account', Codecs::model(SessionAccount::class), true),
            new Member('credential', 'credential', Codecs::model(SessionCredential::class), true),
            new Member('limits', 'limits', Codecs::model(SessionLimits::class), true),
        ];
    }
}
