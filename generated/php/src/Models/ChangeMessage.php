<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** What a webhook is sent of a change. */
final class ChangeMessage extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /**
         * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
         * collection of somebody else that appears among one's own is shared, and one that goes is unshared.
         */
        public ChangeType|string $type,
        /** When it happened. */
        public Timestamp $time,
        /** Identifies an object for as long as it exists. */
        public string $account,
        /** Identifies an object for as long as it exists. */
        public string $webhook,
        /** That something changed. */
        public Change $data,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('type', 'type', Codecs::textEnum(ChangeType::class), true),
            new Member('time', 'time', Codecs::time(), true),
            new Member('account', 'account', Codecs::text(), true),
            new Member('webhook', 'webhook', Codecs::text(), true),
            new Member('data', 'data', Codecs::model(Change::class), true),
        ];
    }
}
