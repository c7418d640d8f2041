<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A calendar to make. */
final class NewCalendar extends Model
{
    public function __construct(
        /** The name to show. */
        public string $displayName,
        /** The last segment of its path in DAV; the server finds one otherwise. */
        public ?string $name = null,
        /** What it is for. */
        public string|Absent|null $description = Absent::It,
        /** A colour, as `#RRGGBB` or `#RRGGBBAA`. */
        public string|Absent|null $color = Absent::It,
        /** The IANA name of a time zone. */
        public string|Absent|null $timeZone = Absent::It,
        /** @var list<CalendarComponent|string>|null The kinds of components of iCalendar that it can hold. */
        public ?array $components = null,
        /** Whether what it holds makes its owner busy. */
        public ?bool $countsAsBusy = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('name', 'name', Codecs::text()),
            new Member('displayName', 'displayName', Codecs::text(), true),
            new Member('description', 'description', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('color', 'color', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('timeZone', 'timeZone', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('components', 'components', Codecs::listOf(Codecs::textEnum(CalendarComponent::class))),
            new Member('countsAsBusy', 'countsAsBusy', Codecs::boolean()),
        ];
    }
}
