<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What contacts must be. */
final class ContactQuery extends Model
{
    public function __construct(
        /** Whether entries have `data`. */
        public ?bool $data = null,
        /** What a name, address, number, organization, title or note must contain. */
        public ?string $text = null,
        /** The mail address that it must have. */
        public ?string $email = null,
        /** Digits that one of its numbers must contain, however they are written. */
        public ?string $phone = null,
        /** The UID that it must have. */
        public ?string $uid = null,
        /** What it is. */
        public ContactQueryKind|string|null $kind = null,
        /** @var list<string>|null Categories that it must have, all of them. */
        public ?array $categories = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('data', 'data', Codecs::boolean()),
            new Member('text', 'text', Codecs::text()),
            new Member('email', 'email', Codecs::text()),
            new Member('phone', 'phone', Codecs::text()),
            new Member('uid', 'uid', Codecs::text()),
            new Member('kind', 'kind', Codecs::textEnum(ContactQueryKind::class)),
            new Member('categories', 'categories', Codecs::listOf(Codecs::text())),
        ];
    }
}
