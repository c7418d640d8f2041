<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Transport\Headers;

/** What `onResponse` of a call is told. */
final class Answered
{
    public function __construct(
        public readonly int $status,
        public readonly Headers $headers,
        public readonly int $attempts,
    ) {
    }
}
