<?php

declare(strict_types=1);

namespace A3dav\Client;

/**
 * An event of a stream: `id` is where the stream can go on.
 *
 * @template T
 */
final class Event
{
    /** @param T $data */
    public function __construct(
        public readonly string $id,
        public readonly string $event,
        public readonly mixed $data,
    ) {
    }
}
