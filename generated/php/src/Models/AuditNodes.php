<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** An act that was noted: a write, a login, a refusal, an act of an administrator. */
final class AuditNodes extends Model
{
    public function __construct(
        public ?Timestamp $at,
        public string $action,
        /** ok, failed or denied. */
        public string $outcome,
        /** Where what it was about stands now. */
        public ?string $href,
        /** Null where it was erased, or nobody's account. */
        public ?AuditNodesActor $actor,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('at', 'at', Codecs::orNull(Codecs::time()), true),
            new Member('action', 'action', Codecs::text(), true),
            new Member('outcome', 'outcome', Codecs::text(), true),
            new Member('href', 'href', Codecs::orNull(Codecs::text()), true),
            new Member('actor', 'actor', Codecs::orNull(Codecs::model(AuditNodesActor::class)), true),
        ];
    }
}
