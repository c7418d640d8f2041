<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What it may be used for. */
enum SessionCredentialScope: string
{
    case Full = 'full';
    case Dav = 'dav';
    case ReadOnly = 'read-only';
    case Api = 'api';
}
