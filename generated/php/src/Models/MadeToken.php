<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A token with what it is, which is told this once. */
final class MadeToken extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** What it is for. */
        public string $name,
        /** @var list<Scope|string> What it opens. */
        public array $scopes,
        /** When it was made. */
        public Timestamp $created,
        /** When it ends; null for never. */
        public ?Timestamp $expires,
        /** To the hour or so; null where it was never used. */
        public ?Timestamp $lastUsed,
        /** What is sent as `Authorization: Bearer …`. */
        public string $token,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('scopes', 'scopes', Codecs::listOf(Codecs::textEnum(Scope::class)), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('expires', 'expires', Codecs::orNull(Codecs::time()), true),
            new Member('lastUsed', 'lastUsed', Codecs::orNull(Codecs::time()), true),
            new Member('token', 'token', Codecs::text(), true),
        ];
    }
}
