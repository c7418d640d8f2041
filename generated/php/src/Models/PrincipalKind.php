<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What sort of a principal it is. */
enum PrincipalKind: string
{
    case User = 'user';
    case Group = 'group';
    case Resource = 'resource';
    case Room = 'room';
}
