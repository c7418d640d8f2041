<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

/** @internal How far an exchange is. */
final class Running
{
    public string $method;
    public string $url;
    /** @var array<string, string> */
    public array $headers;
    public Prepared $body;
    public int $attempts = 0;
    public int $redirects = 0;
    public bool $hasRenewed = false;
    /** @var array<string, string> */
    public array $credentials = [];
    public readonly float $timeout;
    public readonly float $deadline;

    /** @param array<string, string> $headers */
    public function __construct(public readonly Core $core, public readonly Outgoing $asked, array $headers)
    {
        [$this->method, $this->url, $this->body] = [$asked->method, $asked->url, $asked->body];
        $this->headers = $headers;
        $this->timeout = $asked->options->timeout ?? $core->options->timeout;
        $this->deadline = $core->now() + $this->timeout;
    }

    /** @return array{attempts: int, method: string, url: string} for an error */
    public function told(): array
    {
        return ['attempts' => $this->attempts, 'method' => $this->method, 'url' => Url::redacted($this->url)];
    }

    public function left(): float
    {
        return $this->deadline - $this->core->now();
    }

    public function isCancelled(): bool
    {
        $asked = $this->asked->options->isCancelled;
        return $asked !== null && $asked();
    }
}
