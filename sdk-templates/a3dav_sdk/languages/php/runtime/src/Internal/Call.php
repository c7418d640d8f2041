<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Codec\Codec;

/** @internal What a method of a service asks. */
final class Call
{
    /**
     * @param string $retry safe, idempotent, keyed or never
     * @param string $result json, none, text, bytes, events or lines
     * @param list<Parameter> $parameters
     * @param array{string, string, Codec}|null $body its shape, media type and type
     * @param array{string, string, string}|null $pages the key of the cursor, and the members items and next
     */
    public function __construct(
        public readonly string $key,
        public readonly string $method,
        public readonly string $path,
        public readonly string $retry,
        public readonly string $result,
        public readonly string $accept,
        public readonly Codec $codec,
        public readonly array $parameters = [],
        public readonly ?array $body = null,
        public readonly bool $optional = false,
        public readonly ?array $pages = null,
    ) {
    }
}
