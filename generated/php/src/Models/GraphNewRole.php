<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

enum GraphNewRole: string
{
    case Admin = 'ADMIN';
    case Auditor = 'AUDITOR';
    case Owner = 'OWNER';
}
