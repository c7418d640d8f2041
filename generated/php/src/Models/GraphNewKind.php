<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

enum GraphNewKind: string
{
    case Group = 'GROUP';
    case Resource = 'RESOURCE';
    case Room = 'ROOM';
    case User = 'USER';
}
