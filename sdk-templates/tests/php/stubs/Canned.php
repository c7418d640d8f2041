<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Transport\Headers;
use A3dav\Client\Transport\Reply;
use A3dav\Client\Transport\Request;
use A3dav\Client\Transport\Transport;

/** A transport without a network, whose every answer is the same redirect. */
final class Canned implements Transport, Reply
{
    public int $sent = 0;

    public function __construct(private readonly string $place)
    {
    }

    public function send(Request $request): Reply
    {
        $this->sent++;
        return $this;
    }

    public function status(): int
    {
        return 302;
    }

    public function headers(): Headers
    {
        return new Headers([['Location', $this->place]]);
    }

    public function read(): ?string
    {
        return null;
    }

    public function close(): void
    {
    }
}
