<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** One response of a multistatus; `status` is 0 where its properties have theirs. */
final class Response
{
    /**
     * @param string $href the path, encoded as the server sent it
     * @param array<string, Value> $properties by `{namespace}name`
     * @param list<string> $conditions
     */
    public function __construct(
        public readonly string $href,
        public readonly int $status,
        public readonly array $properties,
        public readonly array $conditions,
    ) {
    }

    /** A property that was found. */
    public function value(string $name): ?Value
    {
        $found = $this->properties[$name] ?? null;
        return $found?->status === 200 ? $found : null;
    }
}
