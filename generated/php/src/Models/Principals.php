<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A page, in the one order that all pages have. */
final class Principals extends Model
{
    public function __construct(
        /** How many there are on all pages together. */
        public int $totalCount,
        public PrincipalsPageInfo $pageInfo,
        /** @var list<PrincipalsNodes> The nodes of the edges. */
        public array $nodes,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('totalCount', 'totalCount', Codecs::integer(), true),
            new Member('pageInfo', 'pageInfo', Codecs::model(PrincipalsPageInfo::class), true),
            new Member('nodes', 'nodes', Codecs::listOf(Codecs::model(PrincipalsNodes::class)), true),
        ];
    }
}
