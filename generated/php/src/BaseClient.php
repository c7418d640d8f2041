<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Auth\Auth;
use A3dav\Client\Dav\Dav;
use A3dav\Client\Internal\Core;

/** What the clients of an interface have in common. */
abstract class BaseClient
{
    public readonly Dav $dav;
    private readonly Core $core;

    /**
     * URL and token come from the environment where they are not given.
     *
     * @param Auth|string|null $auth a bearer token, or a Bearer, Basic, TokenProvider, OAuth2 …
     */
    public function __construct(
        ?string $baseUrl = null,
        #[\SensitiveParameter] Auth|string|null $auth = null,
        ClientOptions $options = new ClientOptions(),
    ) {
        $this->core = new Core($baseUrl, $auth, $options);
        $this->dav = new Dav($this->core);
    }

    /** Lets go of the connections. */
    public function close(): void
    {
        $this->core->close();
    }

    /** @internal */
    public function core(): Core
    {
        return $this->core;
    }
}
