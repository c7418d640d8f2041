<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** What a webhook is sent for a try. */
final class PingMessage extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** When it happened. */
        public Timestamp $time,
        /** Identifies an object for as long as it exists. */
        public string $account,
        /** Identifies an object for as long as it exists. */
        public string $webhook,
        /** @var array<string, mixed> Nothing. */
        public array $data,
        /** What happened. */
        public string $type = 'ping',
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('type', 'type', Codecs::text(), true),
            new Member('time', 'time', Codecs::time(), true),
            new Member('account', 'account', Codecs::text(), true),
            new Member('webhook', 'webhook', Codecs::text(), true),
            new Member('data', 'data', Codecs::mapOf(Codecs::any()), true),
        ];
    }
}
