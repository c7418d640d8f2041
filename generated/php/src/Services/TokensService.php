<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;

/** What programs sign in with, each for some things alone. */
final class TokensService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List one's tokens
     *
     * The tokens of the account, without what they are; those that expired are there for a month.
     */
    public function list(
        ?CallOptions $options = null,
    ): Models\TokenPage {
        $call = new Call(
            'tokens.list',
            'GET',
            '/tokens',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\TokenPage::class),
        );
        return $this->caller->call($call, [], null, $options);
    }

    /**
     * Make a token
     *
     * What the token is stands in the answer, and is told nowhere else again. A token makes no token that is for more
     * than it is for itself, or that lasts longer.
     */
    public function create(
        Models\NewToken $body,
        ?CallOptions $options = null,
    ): Models\MadeToken {
        $call = new Call(
            'tokens.create',
            'POST',
            '/tokens',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\MadeToken::class),
            body: ['json', 'application/json', Codecs::model(Models\NewToken::class)],
        );
        return $this->caller->call($call, [], $body, $options);
    }

    /**
     * Revoke a token
     *
     * It is worthless at once, everywhere.
     *
     * @param string $token The id of the token.
     */
    public function delete(
        string $token,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'tokens.delete',
            'DELETE',
            '/tokens/{token}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:token', 'token', 'path', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:token' => $token,
        ], null, $options);
    }
}
