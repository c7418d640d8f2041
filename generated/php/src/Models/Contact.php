<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A person, a group or whatever else has a card. */
final class Contact extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The last segment of its path in CardDAV. */
        public string $name,
        /** Its path in CardDAV. */
        public string $href,
        /** Identifies an object for as long as it exists. */
        public string $collection,
        /** Its entity tag, for If-Match. */
        public string $etag,
        /** The bytes of its vCard. */
        public int $size,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $created,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $modified,
        /** Its UID, of a UUID without its URN. */
        public ?string $uid,
        /**
         * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and
         * are told.
         */
        public ?JsContact $data = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('etag', 'etag', Codecs::text(), true),
            new Member('size', 'size', Codecs::integer(), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('modified', 'modified', Codecs::time(), true),
            new Member('uid', 'uid', Codecs::orNull(Codecs::text()), true),
            new Member('data', 'data', Codecs::model(JsContact::class)),
        ];
    }
}
