<?php

declare(strict_types=1);

namespace A3dav\Client\Auth;

use A3dav\Client\Internal\Core;

final class Bearer implements Auth
{
    public function __construct(#[\SensitiveParameter] private readonly string $token)
    {
    }

    public function headers(Core $core): array
    {
        return ['authorization' => "Bearer $this->token"];
    }

    public function renew(Core $core, array $refused): bool
    {
        return false;
    }
}
