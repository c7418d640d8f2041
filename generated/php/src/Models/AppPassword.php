<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A password of its own for one client. */
final class AppPassword extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** What it is for. */
        public string $label,
        /** What an app password may be used for. */
        public AppPasswordScope|string $scope,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $created,
        /** When it ends; null for never. */
        public ?Timestamp $expires,
        /** To the hour or so; null before it was used. */
        public ?Timestamp $lastUsed,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('label', 'label', Codecs::text(), true),
            new Member('scope', 'scope', Codecs::textEnum(AppPasswordScope::class), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('expires', 'expires', Codecs::orNull(Codecs::time()), true),
            new Member('lastUsed', 'lastUsed', Codecs::orNull(Codecs::time()), true),
        ];
    }
}
