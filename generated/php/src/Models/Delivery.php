<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A message of a webhook, and what became of it. */
final class Delivery extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The type of the message. */
        public string $type,
        /** When it was made. */
        public Timestamp $created,
        /** What became of it. */
        public DeliveryState|string $state,
        /** How often that was tried. */
        public int $attempts,
        /** When it was tried last. */
        public ?Timestamp $attempted,
        /** The status of the last answer; null where none came. */
        public ?int $status,
        /** The beginning of the last answer, or why there was none. */
        public ?string $excerpt,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('type', 'type', Codecs::text(), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('state', 'state', Codecs::textEnum(DeliveryState::class), true),
            new Member('attempts', 'attempts', Codecs::integer(), true),
            new Member('attempted', 'attempted', Codecs::orNull(Codecs::time()), true),
            new Member('status', 'status', Codecs::orNull(Codecs::integer()), true),
            new Member('excerpt', 'excerpt', Codecs::orNull(Codecs::text()), true),
        ];
    }
}
