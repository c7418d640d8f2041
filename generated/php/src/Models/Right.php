<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** Something that one may do with a collection. */
enum Right: string
{
    case Read = 'read';
    case Add = 'add';
    case Change = 'change';
    case Remove = 'remove';
    case Configure = 'configure';
    case Share = 'share';
}
