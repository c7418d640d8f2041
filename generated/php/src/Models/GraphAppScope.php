<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

enum GraphAppScope: string
{
    case Api = 'API';
    case Dav = 'DAV';
    case ReadOnly = 'READ_ONLY';
}
