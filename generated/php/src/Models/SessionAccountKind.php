<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What sort of a principal it is. */
enum SessionAccountKind: string
{
    case User = 'user';
    case Group = 'group';
    case Resource = 'resource';
    case Room = 'room';
}
