<?php

declare(strict_types=1);

namespace A3dav\Client;

/** Text exactly as it is stored, with its ETag. */
final class Text implements \Stringable
{
    public function __construct(
        public readonly string $text,
        public readonly string $etag,
        public readonly string $contentType,
    ) {
    }

    public function __toString(): string
    {
        return $this->text;
    }
}
