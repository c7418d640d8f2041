<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class ShareInput extends Model
{
    public function __construct(
        public GraphAccess|string $access,
        public string $collection,
        public string $sharee,
        public string|Absent|null $summary = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('access', 'access', Codecs::textEnum(GraphAccess::class), true),
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('sharee', 'sharee', Codecs::text(), true),
            new Member('summary', 'summary', Codecs::orNull(Codecs::text()), false, Absent::It),
        ];
    }
}
