<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A calendar, without what it holds. */
final class Calendar extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The last segment of its path in CalDAV. */
        public string $name,
        /** Its path in CalDAV. */
        public string $href,
        /** The name to show. */
        public string $displayName,
        /** Whose something is. */
        public Owner $owner,
        /** Whether it belongs to whoever asks. */
        public bool $mine,
        /** Whether every account has it from the start. */
        public bool $default,
        /** @var list<Right|string> What whoever asks may do with it. */
        public array $rights,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $created,
        /** What it is for. */
        public ?string $description,
        /** Its colour, as `#RRGGBB` or `#RRGGBBAA`. */
        public ?string $color,
        /** The time zone of times without one, by its IANA name. */
        public ?string $timeZone,
        /** @var list<CalendarComponent|string> The kinds of components of iCalendar that it can hold. */
        public array $components,
        /** Whether what it holds makes its owner busy. */
        public bool $countsAsBusy,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('owner', 'owner', Codecs::model(Owner::class), true),
            new Member('mine', 'mine', Codecs::boolean(), true),
            new Member('default', 'default', Codecs::boolean(), true),
            new Member('rights', 'rights', Codecs::listOf(Codecs::textEnum(Right::class)), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('description', 'description', Codecs::orNull(Codecs::text()), true),
            new Member('color', 'color', Codecs::orNull(Codecs::text()), true),
            new Member('timeZone', 'timeZone', Codecs::orNull(Codecs::text()), true),
            new Member('components', 'components', Codecs::listOf(Codecs::textEnum(CalendarComponent::class)), true),
            new Member('countsAsBusy', 'countsAsBusy', Codecs::boolean(), true),
        ];
    }
}
