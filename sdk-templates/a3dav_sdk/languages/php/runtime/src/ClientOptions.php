<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Transport\Transport;
use Psr\Log\LoggerInterface;

/** What can be set for all calls of a client. */
final class ClientOptions
{
    /**
     * @param float $timeout seconds for a whole call; for a stream, until its first byte and then between pieces
     * @param array<string, string> $headers
     * @param (\Closure(Logged): void)|null $log is told of each request
     * @param LoggerInterface|null $logger is told the same, as debug messages
     * @param (\Closure(): float)|null $random numbers from 0 to less than 1
     * @param bool|string $verify of the certificate: false for not at all, or a file of authorities
     */
    public function __construct(
        public readonly float $timeout = 60.0,
        public readonly float $connectTimeout = 5.0,
        public readonly int $retries = 2,
        public readonly int $maxBody = 67_108_864,
        public readonly array $headers = [],
        public readonly ?\Closure $log = null,
        public readonly ?LoggerInterface $logger = null,
        public readonly ?Transport $transport = null,
        public readonly Clock $clock = new SystemClock(),
        public readonly ?\Closure $random = null,
        public readonly bool|string $verify = true,
    ) {
    }
}
