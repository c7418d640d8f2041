<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What they may do. */
enum NewShareAccess: string
{
    case Busy = 'busy';
    case Read = 'read';
    case ReadWrite = 'read-write';
}
