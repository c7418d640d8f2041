<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** What a collection holds. */
enum Kind
{
    case Calendar;
    case AddressBook;

    public function space(): string
    {
        return $this === self::Calendar ? 'urn:ietf:params:xml:ns:caldav' : 'urn:ietf:params:xml:ns:carddav';
    }

    public function report(): string
    {
        return "{{$this->space()}}" . ($this === self::Calendar ? 'calendar' : 'addressbook') . '-multiget';
    }

    public function data(): string
    {
        return "{{$this->space()}}" . ($this === self::Calendar ? 'calendar' : 'address') . '-data';
    }
}
