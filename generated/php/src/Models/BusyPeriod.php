<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A time of which somebody is not free. */
final class BusyPeriod extends Model
{
    public function __construct(
        /** A moment in UTC (RFC 3339). */
        public Timestamp $start,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $end,
        /** How sure it is. */
        public BusyPeriodStatus|string $status,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('start', 'start', Codecs::time(), true),
            new Member('end', 'end', Codecs::time(), true),
            new Member('status', 'status', Codecs::textEnum(BusyPeriodStatus::class), true),
        ];
    }
}
