<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What sort of card it is. */
enum JsContactKind: string
{
    case Individual = 'individual';
    case Group = 'group';
    case Org = 'org';
    case Location = 'location';
    case Device = 'device';
    case Application = 'application';
}
