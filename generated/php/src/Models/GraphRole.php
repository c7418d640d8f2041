<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What an account may do with what is not its own. */
enum GraphRole: string
{
    case Admin = 'ADMIN';
    case Auditor = 'AUDITOR';
    case Owner = 'OWNER';
}
