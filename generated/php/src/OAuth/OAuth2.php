<?php

declare(strict_types=1);

namespace A3dav\Client\OAuth;

use A3dav\Client\Auth\Auth;
use A3dav\Client\Internal\Core;

/** Renews its access token 30 s before it expires, and once after a 401. */
final class OAuth2 implements Auth
{
    private const EARLY = 30.0;

    /** @param (\Closure(Tokens): void)|null $changed is told of new tokens */
    public function __construct(
        private Tokens $tokens,
        private readonly string $tokenUrl,
        private readonly string $clientId,
        #[\SensitiveParameter] private readonly string $clientSecret = '',
        private readonly ?\Closure $changed = null,
    ) {
    }

    public function tokens(): Tokens
    {
        return $this->tokens;
    }

    public function headers(Core $core): array
    {
        $expires = $this->tokens->expires;
        if ($this->tokens->refreshToken !== '' && $expires !== null && $core->now() >= $expires - self::EARLY) {
            $this->refresh($core);
        }
        return ['authorization' => "Bearer {$this->tokens->accessToken}"];
    }

    public function renew(Core $core, array $refused): bool
    {
        if (($refused['authorization'] ?? '') === "Bearer {$this->tokens->accessToken}") {
            if ($this->tokens->refreshToken === '') {
                return false;
            }
            $this->refresh($core);
        }
        return true;
    }

    private function refresh(Core $core): void
    {
        $form = ['grant_type' => 'refresh_token', 'refresh_token' => $this->tokens->refreshToken];
        $form['client_id'] = $this->clientId;
        if ($this->clientSecret !== '') {
            $form['client_secret'] = $this->clientSecret;
        }
        $told = Endpoint::post($core, $this->tokenUrl, $form);
        $this->tokens = Tokens::of($told, $core->now(), $this->tokens->refreshToken);
        if ($this->changed !== null) {
            ($this->changed)($this->tokens);
        }
    }
}
