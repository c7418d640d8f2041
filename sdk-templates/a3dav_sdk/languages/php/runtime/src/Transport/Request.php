<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** One request as it goes to the wire. */
final class Request
{
    /**
     * @param array<string, string> $headers
     * @param iterable<string>|string|null $body
     * @param float $seconds left of the time of the call; of a stream, until its first byte
     * @param float $idleSeconds of a stream, between its pieces
     * @param bool $mayReuse whether a kept connection may be used, which transports may send to a second time
     * @param (\Closure(): bool)|null $isCancelled
     */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly array $headers,
        public readonly iterable|string|null $body = null,
        public readonly ?int $length = null,
        public readonly float $seconds = 60.0,
        public readonly float $connectSeconds = 5.0,
        public readonly bool $streams = false,
        public readonly float $idleSeconds = 60.0,
        public readonly bool $mayReuse = true,
        public readonly ?\Closure $isCancelled = null,
    ) {
    }
}
