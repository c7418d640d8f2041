<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies. */
final class CollectionAcl extends Model
{
    public function __construct(
        public string $principal,
        public bool $grants,
        public bool $inverted,
        /** @var list<string> */
        public array $privileges,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('principal', 'principal', Codecs::text(), true),
            new Member('grants', 'grants', Codecs::boolean(), true),
            new Member('inverted', 'inverted', Codecs::boolean(), true),
            new Member('privileges', 'privileges', Codecs::listOf(Codecs::text()), true),
        ];
    }
}
