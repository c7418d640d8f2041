<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** An event to add. */
final class NewCalendarEvent extends Model
{
    public function __construct(
        /**
         * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may
         * be sent and are told.
         */
        public JsCalendar $data,
        /** The last segment of its path in DAV; the server finds one otherwise. */
        public ?string $name = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('name', 'name', Codecs::text()),
            new Member('data', 'data', Codecs::model(JsCalendar::class), true),
        ];
    }
}
