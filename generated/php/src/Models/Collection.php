<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A home, a calendar, an address book or a folder. */
final class Collection extends Model
{
    public function __construct(
        public string $id,
        public string $name,
        /** DAV:displayname; empty where none was given. */
        public string $displayName,
        public string $kind,
        /** Its URL for WebDAV. */
        public string $href,
        /** How many members it has, without those of its members. */
        public int $memberCount,
        /** Bytes that its members have together, without those of their members. */
        public int $size,
        public ?Timestamp $modified,
        public ?CollectionOwner $owner,
        /** @var list<CollectionAcl> Its own access control list, in its order. */
        public array $acl,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('kind', 'kind', Codecs::text(), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('memberCount', 'memberCount', Codecs::integer(), true),
            new Member('size', 'size', Codecs::integer(), true),
            new Member('modified', 'modified', Codecs::orNull(Codecs::time()), true),
            new Member('owner', 'owner', Codecs::orNull(Codecs::model(CollectionOwner::class)), true),
            new Member('acl', 'acl', Codecs::listOf(Codecs::model(CollectionAcl::class)), true),
        ];
    }
}
