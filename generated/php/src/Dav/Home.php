<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** Who asks, and where their calendars and address books are. */
final class Home
{
    /**
     * @param list<string> $calendarHomes
     * @param list<string> $addressBookHomes
     */
    public function __construct(
        public readonly string $principal,
        public readonly array $calendarHomes,
        public readonly array $addressBookHomes,
    ) {
    }
}
