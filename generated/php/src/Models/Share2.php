<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class Share2 extends Model
{
    public function __construct(
        public ?ShareCollection $collection,
        /** @var list<ShareErrors> */
        public array $errors,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('collection', 'collection', Codecs::orNull(Codecs::model(ShareCollection::class)), true),
            new Member('errors', 'errors', Codecs::listOf(Codecs::model(ShareErrors::class)), true),
        ];
    }
}
