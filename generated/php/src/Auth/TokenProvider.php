<?php

declare(strict_types=1);

namespace A3dav\Client\Auth;

use A3dav\Client\Internal\Core;

/** A function that gives a bearer token: asked first, and once again after a 401. */
final class TokenProvider implements Auth
{
    private ?string $token = null;

    /** @param \Closure(): string $provide */
    public function __construct(private readonly \Closure $provide)
    {
    }

    public function headers(Core $core): array
    {
        $this->token ??= ($this->provide)();
        return ['authorization' => "Bearer $this->token"];
    }

    public function renew(Core $core, array $refused): bool
    {
        if (($refused['authorization'] ?? '') === "Bearer $this->token") {
            $this->token = ($this->provide)();
        }
        return true;
    }
}
