<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A token to be made. */
final class NewToken extends Model
{
    public function __construct(
        /** What it is for. */
        public string $name,
        /** @var list<string> What it opens. */
        public array $scopes,
        /** When it ends (RFC 3339); null or nothing for never. */
        public string|Absent|null $expires = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('name', 'name', Codecs::text(), true),
            new Member('scopes', 'scopes', Codecs::listOf(Codecs::text()), true),
            new Member('expires', 'expires', Codecs::orNull(Codecs::text()), false, Absent::It),
        ];
    }
}
