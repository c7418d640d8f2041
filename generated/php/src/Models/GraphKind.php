<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What kind of principal an account is. */
enum GraphKind: string
{
    case Group = 'GROUP';
    case Resource = 'RESOURCE';
    case Room = 'ROOM';
    case User = 'USER';
}
