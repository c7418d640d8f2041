<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;
use A3dav\Client\Pages;

/** One's own account, those of others for administrators and auditors, and a directory of those that one sees. */
final class AccountsService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List all accounts
     *
     * Every account by its name, for administrators and auditors.
     *
     * @param Models\PrincipalKind|string|null $kind Those of this sort alone.
     * @param Models\Role|string|null $role Those with this role alone.
     * @param bool|null $disabled Those alone that may not sign in, or those that may.
     * @param string|null $text What name, display name or address have to contain, without regard to case.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Account>
     */
    public function list(
        Models\PrincipalKind|string|null $kind = null,
        Models\Role|string|null $role = null,
        ?bool $disabled = null,
        ?string $text = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'accounts.list',
            'GET',
            '/accounts',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Account::class),
            [
                new Parameter(
                    'query:kind',
                    'kind',
                    'query',
                    'form',
                    true,
                    Codecs::textEnum(Models\PrincipalKind::class),
                ),
                new Parameter('query:role', 'role', 'query', 'form', true, Codecs::textEnum(Models\Role::class)),
                new Parameter('query:disabled', 'disabled', 'query', 'form', true, Codecs::boolean()),
                new Parameter('query:text', 'text', 'query', 'form', true, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:kind' => $kind,
            'query:role' => $role,
            'query:disabled' => $disabled,
            'query:text' => $text,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Fetch an account
     *
     * One's own account with its quota; that of anybody for administrators and auditors.
     *
     * @param string $accountId The account; `session.get` tells that of whoever asks.
     */
    public function get(
        string $accountId,
        ?CallOptions $options = null,
    ): Models\Account {
        $call = new Call(
            'accounts.get',
            'GET',
            '/accounts/{accountId}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Account::class),
            [
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:accountId' => $accountId,
        ], null, $options);
    }

    /**
     * Change an account
     *
     * Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that their own account
     * is shown by. Administrators change everything; for name, address, role and quota they need their password.
     *
     * @param string $accountId The account; `session.get` tells that of whoever asks.
     */
    public function update(
        string $accountId,
        Models\AccountUpdate $body,
        ?CallOptions $options = null,
    ): Models\Account {
        $call = new Call(
            'accounts.update',
            'PATCH',
            '/accounts/{accountId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Account::class),
            [
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\AccountUpdate::class)],
        );
        return $this->caller->call($call, [
            'path:accountId' => $accountId,
        ], $body, $options);
    }

    /**
     * List app passwords
     *
     * What each is for and when it was used, the oldest first; what they are is told once, when they are made.
     *
     * @param string $accountId The account; `session.get` tells that of whoever asks.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\AppPassword>
     */
    public function listAppPasswords(
        string $accountId,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'accounts.listAppPasswords',
            'GET',
            '/accounts/{accountId}/app-passwords',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\AppPassword::class),
            [
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:accountId' => $accountId,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Make an app password
     *
     * Makes a password of its own for one client, and tells it this once. It takes the password of the account;
     * neither an app password nor a token makes another one.
     *
     * @param string $accountId The account; `session.get` tells that of whoever asks.
     */
    public function createAppPassword(
        string $accountId,
        Models\NewAppPassword $body,
        ?CallOptions $options = null,
    ): Models\MadeAppPassword {
        $call = new Call(
            'accounts.createAppPassword',
            'POST',
            '/accounts/{accountId}/app-passwords',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\MadeAppPassword::class),
            [
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\NewAppPassword::class)],
        );
        return $this->caller->call($call, [
            'path:accountId' => $accountId,
        ], $body, $options);
    }

    /**
     * Revoke an app password
     *
     * It is worthless at once.
     *
     * @param string $accountId The account; `session.get` tells that of whoever asks.
     * @param string $appPasswordId The app password.
     */
    public function deleteAppPassword(
        string $accountId,
        string $appPasswordId,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'accounts.deleteAppPassword',
            'DELETE',
            '/accounts/{accountId}/app-passwords/{appPasswordId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:appPasswordId', 'appPasswordId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:accountId' => $accountId,
            'path:appPasswordId' => $appPasswordId,
        ], null, $options);
    }

    /**
     * Set a password
     *
     * Takes the password that counts now, for one's own account in the body as well; neither an app password nor a
     * token does. Administrators set that of anybody. The new one counts at once.
     *
     * @param string $accountId The account; `session.get` tells that of whoever asks.
     */
    public function setPassword(
        string $accountId,
        Models\NewPassword $body,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'accounts.setPassword',
            'PUT',
            '/accounts/{accountId}/password',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\NewPassword::class)],
        );
        $this->caller->call($call, [
            'path:accountId' => $accountId,
        ], $body, $options);
    }

    /**
     * Find people, groups, rooms and resources
     *
     * Those that whoever asks may see, by their name; their identifiers are what shares take.
     *
     * @param string|null $text What name, display name or address have to contain, without regard to case.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Principal>
     */
    public function directory(
        ?string $text = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'accounts.directory',
            'GET',
            '/directory',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Principal::class),
            [
                new Parameter('query:text', 'text', 'query', 'form', true, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:text' => $text,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }
}
