<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** A member that multiget was asked for; `data` is its text where `status` is 200. */
final class Item
{
    public function __construct(
        public readonly string $href,
        public readonly int $status,
        public readonly string $etag = '',
        public readonly string $data = '',
    ) {
    }
}
