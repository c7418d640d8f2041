<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What it may do beside what is its own. */
enum SessionAccountRole: string
{
    case Owner = 'owner';
    case Auditor = 'auditor';
    case Admin = 'admin';
}
