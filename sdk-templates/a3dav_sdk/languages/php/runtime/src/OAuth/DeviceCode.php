<?php

declare(strict_types=1);

namespace A3dav\Client\OAuth;

/** Show the user `userCode` and `verificationUri`, then wait. */
final class DeviceCode
{
    public function __construct(
        public readonly string $deviceCode,
        public readonly string $userCode,
        public readonly string $verificationUri,
        public readonly string $verificationUriComplete,
        public readonly float $expiresIn,
        public readonly float $interval,
    ) {
    }
}
