<?php

declare(strict_types=1);

namespace A3dav\Client;

/** One request: `outcome` is a status, or the code of an error. */
final class Logged
{
    public function __construct(
        public readonly string $method,
        /** Without what is secret in it. */
        public readonly string $url,
        public readonly string $outcome,
        public readonly int $attempt,
        public readonly float $seconds,
    ) {
    }
}
