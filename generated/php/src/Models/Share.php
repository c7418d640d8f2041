<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What somebody was offered of a calendar or an address book. */
final class Share extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $collection,
        /** A person, a group, a room or a resource. */
        public Principal $account,
        /** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
        public ShareAccess|string $access,
        /** What the invitation calls it. */
        public string $summary,
        /** @var list<ShareAnswer> What everybody who was invited made of it. */
        public array $answers,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('account', 'account', Codecs::model(Principal::class), true),
            new Member('access', 'access', Codecs::textEnum(ShareAccess::class), true),
            new Member('summary', 'summary', Codecs::text(), true),
            new Member('answers', 'answers', Codecs::listOf(Codecs::model(ShareAnswer::class)), true),
        ];
    }
}
