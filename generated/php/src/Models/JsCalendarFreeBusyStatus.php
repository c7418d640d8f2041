<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** Whether it makes busy. */
enum JsCalendarFreeBusyStatus: string
{
    case Free = 'free';
    case Busy = 'busy';
}
