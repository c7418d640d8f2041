<?php

declare(strict_types=1);

namespace A3dav\Client\Auth;

use A3dav\Client\Internal\Core;

/** A key in a header of its own, for interfaces that know this. */
final class ApiKey implements Auth
{
    public function __construct(
        private readonly string $header,
        #[\SensitiveParameter] private readonly string $key,
    ) {
    }

    public function headers(Core $core): array
    {
        return [strtolower($this->header) => $this->key];
    }

    public function renew(Core $core, array $refused): bool
    {
        return false;
    }
}
