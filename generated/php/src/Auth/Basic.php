<?php

declare(strict_types=1);

namespace A3dav\Client\Auth;

use A3dav\Client\Internal\Core;

final class Basic implements Auth
{
    public function __construct(
        private readonly string $user,
        #[\SensitiveParameter] private readonly string $password,
    ) {
    }

    public function headers(Core $core): array
    {
        return ['authorization' => 'Basic ' . base64_encode("$this->user:$this->password")];
    }

    public function renew(Core $core, array $refused): bool
    {
        return false;
    }
}
