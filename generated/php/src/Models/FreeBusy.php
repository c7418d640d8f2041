<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** When somebody is busy. */
final class FreeBusy extends Model
{
    public function __construct(
        /** A moment in UTC (RFC 3339). */
        public Timestamp $from,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $to,
        /** @var list<BusyPeriod> */
        public array $periods,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('from', 'from', Codecs::time(), true),
            new Member('to', 'to', Codecs::time(), true),
            new Member('periods', 'periods', Codecs::listOf(Codecs::model(BusyPeriod::class)), true),
        ];
    }
}
