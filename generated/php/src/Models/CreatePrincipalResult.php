<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class CreatePrincipalResult extends Model
{
    public function __construct(
        /** Makes an account with its homes. */
        public ?CreatePrincipal $createPrincipal,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member(
                'createPrincipal',
                'createPrincipal',
                Codecs::orNull(Codecs::model(CreatePrincipal::class)),
                true,
            ),
        ];
    }
}
