<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** How far a Task is. */
enum JsCalendarProgress: string
{
    case NeedsAction = 'needs-action';
    case InProcess = 'in-process';
    case Completed = 'completed';
    case Failed = 'failed';
    case Cancelled = 'cancelled';
}
