<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
enum ShareAccess: string
{
    case Busy = 'busy';
    case Read = 'read';
    case ReadWrite = 'read-write';
}
