<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Who is signed in. */
final class Session extends Model
{
    public function __construct(
        /** The account of whoever asks. */
        public SessionAccount $account,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('account', 'account', Codecs::model(SessionAccount::class), true),
        ];
    }
}
