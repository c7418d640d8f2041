<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** What this request was signed in with. */
final class SessionCredential extends Model
{
    public function __construct(
        /** Of a token or an app password; null of anything else. */
        public ?string $id,
        /** How it was proven, such as `password`, `app-password` or `token`. */
        public string $method,
        /** What it may be used for. */
        public SessionCredentialScope|string $scope,
        /** @var list<string>|null What a token is for; null where nothing is left out. */
        public ?array $scopes,
        /** When it ends; null for never. */
        public ?Timestamp $expires,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::orNull(Codecs::text()), true),
            new Member('method', 'method', Codecs::text(), true),
            new Member('scope', 'scope', Codecs::textEnum(SessionCredentialScope::class), true),
            new Member('scopes', 'scopes', Codecs::orNull(Codecs::listOf(Codecs::text())), true),
            new Member('expires', 'expires', Codecs::orNull(Codecs::time()), true),
        ];
    }
}
