<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class RetryMessageResult extends Model
{
    public function __construct(
        /** Tries a message of the outbox again, with all its attempts before it. */
        public ?RetryMessage $retryMessage,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('retryMessage', 'retryMessage', Codecs::orNull(Codecs::model(RetryMessage::class)), true),
        ];
    }
}
