<?php

declare(strict_types=1);

namespace A3dav\Client;

/** What can be set for one call; what is null is as the client has it. */
final class CallOptions
{
    /**
     * @param array<string, string> $headers
     * @param (\Closure(Answered): void)|null $onResponse
     * @param (\Closure(): bool)|null $isCancelled asked while the call waits; true ends it
     */
    public function __construct(
        public readonly ?float $timeout = null,
        public readonly ?int $retries = null,
        public readonly ?string $idempotencyKey = null,
        public readonly ?string $requestId = null,
        public readonly array $headers = [],
        public readonly ?\Closure $onResponse = null,
        public readonly ?\Closure $isCancelled = null,
    ) {
    }
}
