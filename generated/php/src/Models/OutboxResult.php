<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
final class OutboxResult extends Model
{
    public function __construct(
        /** Messages that wait, are on their way or were given up. */
        public Outbox $outbox,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('outbox', 'outbox', Codecs::model(Outbox::class), true),
        ];
    }
}
