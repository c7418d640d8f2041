<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
final class CollectionResult extends Model
{
    public function __construct(
        /** A collection by its id; null where there is none that you may ask for. */
        public ?Collection $collection,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('collection', 'collection', Codecs::orNull(Codecs::model(Collection::class)), true),
        ];
    }
}
