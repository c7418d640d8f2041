<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** What a transaction wants done outside of the store. */
final class OutboxNodes extends Model
{
    public function __construct(
        public string $id,
        public string $kind,
        public GraphMessageState|string $state,
        public int $attempts,
        /** Why the last attempt failed. */
        public string $failure,
        public ?Timestamp $created,
        /** When it is tried next. */
        public ?Timestamp $due,
        public ?OutboxNodesAccount $account,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('kind', 'kind', Codecs::text(), true),
            new Member('state', 'state', Codecs::textEnum(GraphMessageState::class), true),
            new Member('attempts', 'attempts', Codecs::integer(), true),
            new Member('failure', 'failure', Codecs::text(), true),
            new Member('created', 'created', Codecs::orNull(Codecs::time()), true),
            new Member('due', 'due', Codecs::orNull(Codecs::time()), true),
            new Member('account', 'account', Codecs::orNull(Codecs::model(OutboxNodesAccount::class)), true),
        ];
    }
}
