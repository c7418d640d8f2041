<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/**
 * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
 * told.
 */
final class JsContact extends Model
{
    public function __construct(
        /** What it is. */
        public ?string $atType = null,
        /** The version of JSContact, 1.0. */
        public ?string $version = null,
        /** Its identifier in all systems; the server makes one for a new card without. */
        public ?string $uid = null,
        /** What sort of card it is. */
        public JsContactKind|string|null $kind = null,
        /** When it was made. */
        public ?string $created = null,
        /** When it was changed. */
        public ?string $updated = null,
        /** The language of its texts. */
        public ?string $language = null,
        /** What made it. */
        public ?string $prodId = null,
        /** @var array<string, mixed>|null The name. */
        public ?array $name = null,
        /** @var array<string, array<string, mixed>>|null Names among friends. */
        public ?array $nicknames = null,
        /** @var array<string, array<string, mixed>>|null Where they work. */
        public ?array $organizations = null,
        /** @var array<string, array<string, mixed>>|null Titles and roles. */
        public ?array $titles = null,
        /** @var array<string, array<string, mixed>>|null Mail addresses. */
        public ?array $emails = null,
        /** @var array<string, array<string, mixed>>|null Telephone numbers. */
        public ?array $phones = null,
        /** @var array<string, array<string, mixed>>|null Accounts elsewhere. */
        public ?array $onlineServices = null,
        /** @var array<string, array<string, mixed>>|null Where they live. */
        public ?array $addresses = null,
        /** @var array<string, array<string, mixed>>|null Birthdays and other days. */
        public ?array $anniversaries = null,
        /** @var array<string, array<string, mixed>>|null Pages. */
        public ?array $links = null,
        /** @var array<string, array<string, mixed>>|null Photos, logos and sounds. */
        public ?array $media = null,
        /** @var array<string, bool>|null Of a group whom it has. */
        public ?array $members = null,
        /** @var array<string, bool>|null Keywords by their text. */
        public ?array $keywords = null,
        /** @var array<string, array<string, mixed>>|null Notes. */
        public ?array $notes = null,
        /** @var array<string, array<string, mixed>>|null Who they belong to. */
        public ?array $relatedTo = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('@type', 'atType', Codecs::text()),
            new Member('version', 'version', Codecs::text()),
            new Member('uid', 'uid', Codecs::text()),
            new Member('kind', 'kind', Codecs::textEnum(JsContactKind::class)),
            new Member('created', 'created', Codecs::text()),
            new Member('updated', 'updated', Codecs::text()),
            new Member('language', 'language', Codecs::text()),
            new Member('prodId', 'prodId', Codecs::text()),
            new Member('name', 'name', Codecs::mapOf(Codecs::any())),
            new Member('nicknames', 'nicknames', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('organizations', 'organizations', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('titles', 'titles', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('emails', 'emails', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('phones', 'phones', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('onlineServices', 'onlineServices', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('addresses', 'addresses', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('anniversaries', 'anniversaries', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('links', 'links', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('media', 'media', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('members', 'members', Codecs::mapOf(Codecs::boolean())),
            new Member('keywords', 'keywords', Codecs::mapOf(Codecs::boolean())),
            new Member('notes', 'notes', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('relatedTo', 'relatedTo', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
        ];
    }
}
