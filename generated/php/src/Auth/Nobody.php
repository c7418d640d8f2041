<?php

declare(strict_types=1);

namespace A3dav\Client\Auth;

use A3dav\Client\Internal\Core;

final class Nobody implements Auth
{
    public function headers(Core $core): array
    {
        return [];
    }

    public function renew(Core $core, array $refused): bool
    {
        return false;
    }
}
