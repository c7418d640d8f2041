<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class RevokeAppPasswordResult extends Model
{
    public function __construct(
        /** It is worthless at once. */
        public ?RevokeAppPassword $revokeAppPassword,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member(
                'revokeAppPassword',
                'revokeAppPassword',
                Codecs::orNull(Codecs::model(RevokeAppPassword::class)),
                true,
            ),
        ];
    }
}
