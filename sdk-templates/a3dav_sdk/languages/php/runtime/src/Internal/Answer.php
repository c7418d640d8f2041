<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Transport\Headers;
use A3dav\Client\Transport\Reply;

/** @internal `reply` is still open where the answer streams. */
final class Answer
{
    public function __construct(
        public readonly int $status,
        public readonly Headers $headers,
        public readonly string $body,
        public readonly ?Reply $reply,
        public readonly int $attempts,
        public readonly string $method,
        public readonly string $url,
    ) {
    }

    /** @return array{attempts: int, method: string, url: string} for an error */
    public function told(): array
    {
        return ['attempts' => $this->attempts, 'method' => $this->method, 'url' => Url::redacted($this->url)];
    }

    public function json(): mixed
    {
        return $this->reading(static fn (string $body): mixed => Json::read($body));
    }

    public function text(): string
    {
        return preg_match('//u', $this->body) === 1
            ? $this->body
            : throw new DecodeException('this is no UTF-8', ...$this->told());
    }

    /**
     * What is made of the body; complaints say what was asked.
     *
     * @template T
     * @param \Closure(string): T $read
     * @return T
     */
    public function reading(\Closure $read): mixed
    {
        try {
            return $read($this->body);
        } catch (DecodeException $error) {
            throw new DecodeException($error->getMessage(), ...$this->told(), previous: $error);
        }
    }
}
