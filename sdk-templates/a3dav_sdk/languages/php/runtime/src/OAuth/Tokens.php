<?php

declare(strict_types=1);

namespace A3dav\Client\OAuth;

use A3dav\Client\Errors\DecodeException;

/** What a server gave; keep them if they are to outlive the process. */
final class Tokens
{
    /** @param float|null $expires seconds since 1970 */
    public function __construct(
        #[\SensitiveParameter] public readonly string $accessToken,
        #[\SensitiveParameter] public readonly string $refreshToken = '',
        public readonly ?float $expires = null,
    ) {
    }

    /** @internal */
    public static function of(\stdClass $told, float $now, string $refreshToken = ''): self
    {
        $access = $told->access_token ?? null;
        $refresh = $told->refresh_token ?? $refreshToken;
        if (!is_string($access) || !is_string($refresh)) {
            throw new DecodeException('the token endpoint gave no token');
        }
        $seconds = $told->expires_in ?? null;
        return new self($access, $refresh ?: $refreshToken, is_numeric($seconds) ? $now + (float) $seconds : null);
    }
}
