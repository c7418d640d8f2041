<?php

declare(strict_types=1);

namespace A3dav\Client;

/** Time as the client sees it; tests give one that moves by sleeping alone. */
interface Clock
{
    /** Seconds since 1970. */
    public function now(): float;

    public function sleep(float $seconds): void;
}
