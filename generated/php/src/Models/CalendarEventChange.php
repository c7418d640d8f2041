<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What an event is to be. */
final class CalendarEventChange extends Model
{
    public function __construct(
        /**
         * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may
         * be sent and are told.
         */
        public JsCalendar $data,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('data', 'data', Codecs::model(JsCalendar::class), true),
        ];
    }
}
