<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** A kind of component of iCalendar. */
enum CalendarComponent: string
{
    case Vevent = 'VEVENT';
    case Vtodo = 'VTODO';
    case Vjournal = 'VJOURNAL';
    case Vfreebusy = 'VFREEBUSY';
    case Vavailability = 'VAVAILABILITY';
}
