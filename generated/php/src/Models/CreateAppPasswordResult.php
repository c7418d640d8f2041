<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class CreateAppPasswordResult extends Model
{
    public function __construct(
        /** Makes a password of its own for one client. */
        public ?CreateAppPassword $createAppPassword,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member(
                'createAppPassword',
                'createAppPassword',
                Codecs::orNull(Codecs::model(CreateAppPassword::class)),
                true,
            ),
        ];
    }
}
