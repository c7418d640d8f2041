<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** How sure it is. */
enum BusyPeriodStatus: string
{
    case Busy = 'busy';
    case Tentative = 'tentative';
    case Unavailable = 'unavailable';
}
