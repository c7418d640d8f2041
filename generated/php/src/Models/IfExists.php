<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

enum IfExists: string
{
    case Replace = 'replace';
    case Skip = 'skip';
}
