<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What it is. */
enum JsCalendarAtType: string
{
    case Event = 'Event';
    case Task = 'Task';
    case Group = 'Group';
}
