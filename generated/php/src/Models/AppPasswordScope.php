<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What an app password may be used for. */
enum AppPasswordScope: string
{
    case Full = 'full';
    case Dav = 'dav';
    case ReadOnly = 'read-only';
    case Api = 'api';
}
