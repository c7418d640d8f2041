<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** Why nothing was changed. */
enum GraphErrorCode: string
{
    case BadInput = 'BAD_INPUT';
    case Conflict = 'CONFLICT';
    case Forbidden = 'FORBIDDEN';
    case Internal = 'INTERNAL';
    case LastAdministrator = 'LAST_ADMINISTRATOR';
    case Locked = 'LOCKED';
    case NotFound = 'NOT_FOUND';
    case Quota = 'QUOTA';
    case Taken = 'TAKEN';
    case Unavailable = 'UNAVAILABLE';
}
