<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Models;

/** Who is signed in, and what there is to call. */
final class SessionService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * Fetch this document in OpenAPI 3.1
     *
     * The same for tools that know no later version; what 3.1 cannot say stands in extensions.
     *
     * @return array<string, mixed>
     */
    public function document31(
        ?CallOptions $options = null,
    ): array {
        $call = new Call(
            'session.document31',
            'GET',
            '/openapi-3.1.json',
            'safe',
            'json',
            'application/json',
            Codecs::mapOf(Codecs::any()),
        );
        return $this->caller->call($call, [], null, $options);
    }

    /**
     * Fetch this document
     *
     * The OpenAPI 3.2 document of everything that this server serves below this place.
     *
     * @return array<string, mixed>
     */
    public function document(
        ?CallOptions $options = null,
    ): array {
        $call = new Call(
            'session.document',
            'GET',
            '/openapi.json',
            'safe',
            'json',
            'application/json',
            Codecs::mapOf(Codecs::any()),
        );
        return $this->caller->call($call, [], null, $options);
    }

    /**
     * Tell who is signed in
     *
     * The account that the credential of this request belongs to, what this credential may be used for, and what the
     * server takes.
     */
    public function get(
        ?CallOptions $options = null,
    ): Models\Session {
        $call = new Call(
            'session.get',
            'GET',
            '/session',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Session::class),
        );
        return $this->caller->call($call, [], null, $options);
    }
}
