<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** A member that is new or other than it was. */
final class Changed
{
    /** @param array<string, Value> $properties those that were asked for */
    public function __construct(
        public readonly string $href,
        public readonly string $etag,
        public readonly array $properties = [],
    ) {
    }
}
