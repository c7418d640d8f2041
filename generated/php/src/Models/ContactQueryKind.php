<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What it is. */
enum ContactQueryKind: string
{
    case Individual = 'individual';
    case Group = 'group';
    case Org = 'org';
    case Location = 'location';
    case Device = 'device';
    case Application = 'application';
}
