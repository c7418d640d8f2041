<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A page of changes. */
final class ChangePage extends Model
{
    public function __construct(
        /** @var list<Change> The changes. */
        public array $items,
        /** The cursor of the next page; null where there is no more for now. */
        public ?string $next,
        /** Where to go on later. */
        public string $cursor,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('items', 'items', Codecs::listOf(Codecs::model(Change::class)), true),
            new Member('next', 'next', Codecs::orNull(Codecs::text()), true),
            new Member('cursor', 'cursor', Codecs::text(), true),
        ];
    }
}
