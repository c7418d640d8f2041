<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** An instance of an event. */
final class Occurrence extends Model
{
    public function __construct(
        /** Which instance of a series it is, in local time. */
        public ?string $recurrenceId,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $start,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $end,
        /** Whether it lasts whole days. */
        public bool $allDay,
        /** Whether it is other than the series says. */
        public bool $changed,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('recurrenceId', 'recurrenceId', Codecs::orNull(Codecs::text()), true),
            new Member('start', 'start', Codecs::time(), true),
            new Member('end', 'end', Codecs::time(), true),
            new Member('allDay', 'allDay', Codecs::boolean(), true),
            new Member('changed', 'changed', Codecs::boolean(), true),
        ];
    }
}
