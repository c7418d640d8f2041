<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What an account may do beside what is its own. */
enum Role: string
{
    case Owner = 'owner';
    case Auditor = 'auditor';
    case Admin = 'admin';
}
