<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** How sure it is. */
enum JsCalendarStatus: string
{
    case Confirmed = 'confirmed';
    case Cancelled = 'cancelled';
    case Tentative = 'tentative';
}
