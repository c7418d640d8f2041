<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Internal\Following;

/**
 * Server-sent events; it connects again by itself. Close it when nobody listens any more.
 *
 * @template T
 * @implements \IteratorAggregate<int, Event<T>>
 */
final class EventStream implements \IteratorAggregate
{
    /** @internal */
    public function __construct(private readonly Following $following)
    {
    }

    /** @return \Generator<int, Event<T>> */
    public function getIterator(): \Generator
    {
        while (($event = $this->following->next()) !== null) {
            yield $event;
        }
    }

    public function close(): void
    {
        $this->following->close();
    }

    public function __destruct()
    {
        $this->close();
    }
}
