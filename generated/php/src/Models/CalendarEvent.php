<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** An event, task or journal, or an instance of one. */
final class CalendarEvent extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** The last segment of its path in CalDAV. */
        public string $name,
        /** Its path in CalDAV. */
        public string $href,
        /** Identifies an object for as long as it exists. */
        public string $collection,
        /** Its entity tag, for If-Match. */
        public string $etag,
        /** The bytes of its iCalendar. */
        public int $size,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $created,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $modified,
        /** Its UID. */
        public string $uid,
        /** A kind of component of iCalendar. */
        public CalendarComponent|string $component,
        /**
         * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may
         * be sent and are told.
         */
        public ?JsCalendar $data = null,
        /** Of an instance of a series, which one it is, in local time. */
        public string|Absent|null $recurrenceId = Absent::It,
        /** A moment in UTC (RFC 3339). */
        public ?Timestamp $start = null,
        /** A moment in UTC (RFC 3339). */
        public ?Timestamp $end = null,
        /** Of an instance, whether it lasts whole days. */
        public ?bool $allDay = null,
        /** Of an instance, whether it is other than the series says. */
        public ?bool $changed = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('collection', 'collection', Codecs::text(), true),
            new Member('etag', 'etag', Codecs::text(), true),
            new Member('size', 'size', Codecs::integer(), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('modified', 'modified', Codecs::time(), true),
            new Member('uid', 'uid', Codecs::text(), true),
            new Member('component', 'component', Codecs::textEnum(CalendarComponent::class), true),
            new Member('data', 'data', Codecs::model(JsCalendar::class)),
            new Member('recurrenceId', 'recurrenceId', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('start', 'start', Codecs::time()),
            new Member('end', 'end', Codecs::time()),
            new Member('allDay', 'allDay', Codecs::boolean()),
            new Member('changed', 'changed', Codecs::boolean()),
        ];
    }
}
