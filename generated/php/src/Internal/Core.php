<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\About;
use A3dav\Client\Auth\Auth;
use A3dav\Client\Auth\Bearer;
use A3dav\Client\Auth\Nobody;
use A3dav\Client\ClientOptions;
use A3dav\Client\Clock;
use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Transport\CurlTransport;
use A3dav\Client\Transport\Transport;

/** @internal What a client knows: where the server is, who asks, and what was set. */
final class Core
{
    public readonly string $base;
    public readonly Auth $auth;
    public readonly Clock $clock;
    private ?Transport $transport;

    public function __construct(
        ?string $baseUrl,
        #[\SensitiveParameter] Auth|string|null $auth,
        public readonly ClientOptions $options,
    ) {
        $this->base = self::checked(rtrim($baseUrl ?? self::environment('URL') ?? '', '/'));
        $who = $auth ?? self::environment('TOKEN') ?? new Nobody();
        $this->auth = is_string($who) ? new Bearer($who) : $who;
        $this->clock = $options->clock;
        $this->transport = $options->transport;
    }

    public function now(): float
    {
        return $this->clock->now();
    }

    /** From 0 to less than 1. */
    public function random(): float
    {
        return $this->options->random === null ? random_int(0, 999_999) / 1_000_000 : ($this->options->random)();
    }

    public function transport(): Transport
    {
        if ($this->transport === null && !extension_loaded('curl')) {
            throw new ConfigurationException('ext-curl is missing: install it, or give a transport');
        }
        return $this->transport ??= new CurlTransport($this->options->verify);
    }

    public function close(): void
    {
        $this->transport?->close();
    }

    private static function checked(string $url): string
    {
        $parts = Url::parts($url);
        if (!in_array(strtolower($parts['scheme']), ['http', 'https'], true) || $parts['host'] === '') {
            $name = About::ENVIRONMENT . '_URL';
            throw new ConfigurationException("the URL of the server is missing: give it, or set $name");
        }
        if (str_contains($parts['authority'], '@')) {
            throw new ConfigurationException('a password has no place in the URL of the server: give a Basic');
        }
        return $url;
    }

    private static function environment(string $name): ?string
    {
        return getenv(About::ENVIRONMENT . "_$name") ?: null;
    }
}
