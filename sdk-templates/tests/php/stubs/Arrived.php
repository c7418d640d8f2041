<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

final class Arrived
{
    /** @param array<string, string> $headers */
    public function __construct(
        public readonly string $method,
        public readonly string $target,
        public readonly array $headers,
        public readonly string $body,
        /** The other end of its connection. */
        public readonly string $peer,
    ) {
    }
}
