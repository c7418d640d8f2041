<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

enum GraphAccess: string
{
    case Busy = 'BUSY';
    case Read = 'READ';
    case ReadWrite = 'READ_WRITE';
}
