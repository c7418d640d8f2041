<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class SetDisabledResult extends Model
{
    public function __construct(
        /** Refuses all sign-ins of an account, whose data stays, or lets it sign in again. */
        public ?SetDisabled $setDisabled,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('setDisabled', 'setDisabled', Codecs::orNull(Codecs::model(SetDisabled::class)), true),
        ];
    }
}
