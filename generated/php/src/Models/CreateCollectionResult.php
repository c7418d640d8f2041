<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class CreateCollectionResult extends Model
{
    public function __construct(
        /** In a home or another collection. */
        public ?CreateCollection $createCollection,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member(
                'createCollection',
                'createCollection',
                Codecs::orNull(Codecs::model(CreateCollection::class)),
                true,
            ),
        ];
    }
}
