<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What is to be changed of a webhook. */
final class WebhookPatch extends Model
{
    public function __construct(
        /** Where it sends to, with https. */
        public ?string $url = null,
        /** What it is for. */
        public string|Absent|null $name = Absent::It,
        /**
         * @var list<string>|null|Absent What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything.
         */
        public array|Absent|null $types = Absent::It,
        /** @var list<string>|null|Absent The collections whose changes it sends; null for all that one sees. */
        public array|Absent|null $collections = Absent::It,
        /** Whether it is switched on; null for true. */
        public bool|Absent|null $active = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('url', 'url', Codecs::text()),
            new Member('name', 'name', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('types', 'types', Codecs::orNull(Codecs::listOf(Codecs::text())), false, Absent::It),
            new Member('collections', 'collections', Codecs::orNull(Codecs::listOf(Codecs::text())), false, Absent::It),
            new Member('active', 'active', Codecs::orNull(Codecs::boolean()), false, Absent::It),
        ];
    }
}
