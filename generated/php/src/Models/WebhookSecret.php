<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A new secret. */
final class WebhookSecret extends Model
{
    public function __construct(
        /** What messages are signed with. */
        public string $secret,
        /** Until when they are signed with the one before as well. */
        public Timestamp $formerUntil,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('secret', 'secret', Codecs::text(), true),
            new Member('formerUntil', 'formerUntil', Codecs::time(), true),
        ];
    }
}
