<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\EventStream;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;
use A3dav\Client\Pages;

/** What changed of what one may see, as pages and as a stream. */
final class ChangesService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List changes
     *
     * What changed of what one may see, in the order in which it happened: one's own collections, and those of others
     * that are shared with one. It is told that something changed, and not what is in it. What one may see is decided
     * anew with each page. Keep `cursor` and come back with it; `next` is null where there is no more for now.
     *
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor The `cursor` or `next` of a page before, or the one of a change; without it, the
     *   beginning.
     * @param bool|null $tail Tells no changes, and the cursor behind the latest.
     * @param list<string>|null $collection The ids of collections whose changes alone are told; they may be any that
     *   one may read.
     * @return Pages<Models\Change>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?bool $tail = null,
        ?array $collection = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'changes.list',
            'GET',
            '/changes',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Change::class),
            [
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
                new Parameter('query:tail', 'tail', 'query', 'form', true, Codecs::boolean()),
                new Parameter('query:collection', 'collection', 'query', 'form', true, Codecs::listOf(Codecs::text())),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:limit' => $limit,
            'query:cursor' => $cursor,
            'query:tail' => $tail,
            'query:collection' => $collection,
        ], null, $options);
    }

    /**
     * Follow changes
     *
     * The same as server-sent events, as they happen. Each event `change` has the cursor behind it as its `id`, with
     * which a client that was cut off comes back in `Last-Event-ID`. The event `reset` says that this place is no
     * longer known: look at everything again, and go on from the `id` of that event. A comment comes where there is
     * nothing to tell for a while. The stream ends when the credentials that opened it are changed or revoked, and
     * when the server is restarted;
     * `retry` says when to come back.
     *
     * @param string|null $lastEventId The `id` of the last event; without it and `cursor`, the stream begins now.
     * @param string|null $cursor The same for a first connection; Last-Event-ID goes before it.
     * @param list<string>|null $collection The ids of collections whose changes alone are told; they may be any that
     *   one may read.
     * @return EventStream<Models\Change>
     */
    public function stream(
        ?string $lastEventId = null,
        ?string $cursor = null,
        ?array $collection = null,
        ?CallOptions $options = null,
    ): EventStream {
        $call = new Call(
            'changes.stream',
            'GET',
            '/changes/stream',
            'safe',
            'events',
            'text/event-stream',
            Codecs::model(Models\Change::class),
            [
                new Parameter('header:Last-Event-ID', 'Last-Event-ID', 'header', 'simple', false, Codecs::text()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
                new Parameter('query:collection', 'collection', 'query', 'form', true, Codecs::listOf(Codecs::text())),
            ],
        );
        return $this->caller->events($call, [
            'header:Last-Event-ID' => $lastEventId,
            'query:cursor' => $cursor,
            'query:collection' => $collection,
        ], null, $options);
    }
}
