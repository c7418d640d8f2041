<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Where a page stands among all. */
final class PrincipalsPageInfo extends Model
{
    public function __construct(
        public bool $hasNextPage,
        public ?string $endCursor,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('hasNextPage', 'hasNextPage', Codecs::boolean(), true),
            new Member('endCursor', 'endCursor', Codecs::orNull(Codecs::text()), true),
        ];
    }
}
