<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A page, in the one order that all pages have. */
final class PrincipalCollections extends Model
{
    public function __construct(
        /** @var list<PrincipalCollectionsNodes> The nodes of the edges. */
        public array $nodes,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('nodes', 'nodes', Codecs::listOf(Codecs::model(PrincipalCollectionsNodes::class)), true),
        ];
    }
}
