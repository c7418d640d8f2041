<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** That something changed. */
final class Change extends Model
{
    public function __construct(
        /** The place in the feed behind this change. */
        public string $cursor,
        /**
         * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
         * collection of somebody else that appears among one's own is shared, and one that goes is unshared.
         */
        public ChangeType|string $type,
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** Identifies an object for as long as it exists. */
        public string $collection,
        /** Identifies an object for as long as it exists. */
        public string $account,
        /** Where it is */
        public string $href,
        /** Its entity tag as it is now, in its quotes; null for a collection, which has none, and where it is gone. */
        public ?string $etag,
        /** When it happened. */
        public Timestamp $time,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('cursor', 'cursor', Codecs::text(), true),
            new Member('type', 'type', Codecs::textEnum(ChangeType::class), true),
            new Member('id', 'id', Codecs::text(), true),
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('account', 'account', Codecs::text(), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('etag', 'etag', Codecs::orNull(Codecs::text()), true),
            new Member('time', 'time', Codecs::time(), true),
        ];
    }
}
