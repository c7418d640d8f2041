<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** What somebody offered to share. */
final class Invitation extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** Identifies an object for as long as it exists. */
        public string $collection,
        /** What is shared. */
        public InvitationKind|string $kind,
        /** A person, a group, a room or a resource. */
        public Principal $owner,
        /** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
        public ShareAccess|string $access,
        /** What its owner calls it. */
        public string $summary,
        /** What was made of it. */
        public InvitationState|string $state,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $changed,
        /** Its path in DAV among one's own, once it is accepted. */
        public ?string $href,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('kind', 'kind', Codecs::textEnum(InvitationKind::class), true),
            new Member('owner', 'owner', Codecs::model(Principal::class), true),
            new Member('access', 'access', Codecs::textEnum(ShareAccess::class), true),
            new Member('summary', 'summary', Codecs::text(), true),
            new Member('state', 'state', Codecs::textEnum(InvitationState::class), true),
            new Member('changed', 'changed', Codecs::time(), true),
            new Member('href', 'href', Codecs::orNull(Codecs::text()), true),
        ];
    }
}
