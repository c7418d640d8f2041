<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** Where changes are sent. */
final class Webhook extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** What it is for. */
        public string $name,
        /** Where it sends to. */
        public string $url,
        /** @var list<string>|null What it sends; null for everything. */
        public ?array $types,
        /** @var list<string>|null The collections whose changes it sends; null for all that one sees. */
        public ?array $collections,
        /** Whether it is switched on. */
        public bool $active,
        /** Why it is not. */
        public ?string $reason,
        /** When it was made. */
        public Timestamp $created,
        /** When it was changed. */
        public Timestamp $changed,
        /** Since when nothing arrived. */
        public ?Timestamp $failingSince,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('url', 'url', Codecs::text(), true),
            new Member('types', 'types', Codecs::orNull(Codecs::listOf(Codecs::text())), true),
            new Member('collections', 'collections', Codecs::orNull(Codecs::listOf(Codecs::text())), true),
            new Member('active', 'active', Codecs::boolean(), true),
            new Member('reason', 'reason', Codecs::orNull(Codecs::text()), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('changed', 'changed', Codecs::time(), true),
            new Member('failingSince', 'failingSince', Codecs::orNull(Codecs::time()), true),
        ];
    }
}
