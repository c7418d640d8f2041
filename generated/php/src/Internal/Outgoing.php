<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\CallOptions;

/** @internal What is to be asked. */
final class Outgoing
{
    public readonly CallOptions $options;

    /**
     * @param string $retry safe, idempotent, keyed or never
     * @param array<string, string> $headers
     */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly string $retry,
        public readonly array $headers = [],
        public readonly Prepared $body = new Prepared(),
        ?CallOptions $options = null,
        public readonly bool $streams = false,
        public readonly bool $isAuthorized = true,
    ) {
        $this->options = $options ?? new CallOptions();
    }

    /** @param array<string, string> $headers */
    public function once(array $headers): self
    {
        $options = new CallOptions(
            $this->options->timeout,
            0,
            $this->options->idempotencyKey,
            $this->options->requestId,
            $this->options->headers,
            $this->options->onResponse,
            $this->options->isCancelled,
        );
        $headers += $this->headers;
        return new self($this->method, $this->url, $this->retry, $headers, $this->body, $options, $this->streams);
    }
}
