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

/** What one gives others of one's calendars and address books. */
final class SharesService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List who has a share
     *
     * Whom a calendar or an address book of one's own is shared with, the oldest share first.
     *
     * @param string $collectionId A calendar or an address book.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Share>
     */
    public function list(
        string $collectionId,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'shares.list',
            'GET',
            '/collections/{collectionId}/shares',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Share::class),
            [
                new Parameter('path:collectionId', 'collectionId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:collectionId' => $collectionId,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Share with somebody, or change what they may do
     *
     * Offers a calendar or an address book of one's own to an account or a group, each of whom is invited, or changes
     * what was offered. Whoever declined is asked again.
     *
     * @param string $collectionId A calendar or an address book.
     * @param string $accountId The account or the group it is shared with.
     */
    public function put(
        string $collectionId,
        string $accountId,
        Models\NewShare $body,
        ?CallOptions $options = null,
    ): Models\Share {
        $call = new Call(
            'shares.put',
            'PUT',
            '/collections/{collectionId}/shares/{accountId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Share::class),
            [
                new Parameter('path:collectionId', 'collectionId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\NewShare::class)],
        );
        return $this->caller->call($call, [
            'path:collectionId' => $collectionId,
            'path:accountId' => $accountId,
        ], $body, $options);
    }

    /**
     * End a share
     *
     * Whoever has the collection by this share alone has it no more.
     *
     * @param string $collectionId A calendar or an address book.
     * @param string $accountId The account or the group it is shared with.
     */
    public function delete(
        string $collectionId,
        string $accountId,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'shares.delete',
            'DELETE',
            '/collections/{collectionId}/shares/{accountId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:collectionId', 'collectionId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:accountId', 'accountId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:collectionId' => $collectionId,
            'path:accountId' => $accountId,
        ], null, $options);
    }
}
