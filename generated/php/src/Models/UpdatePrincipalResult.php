<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class UpdatePrincipalResult extends Model
{
    public function __construct(
        /** Changes what it is known by, or its quota. */
        public ?UpdatePrincipal $updatePrincipal,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member(
                'updatePrincipal',
                'updatePrincipal',
                Codecs::orNull(Codecs::model(UpdatePrincipal::class)),
                true,
            ),
        ];
    }
}
