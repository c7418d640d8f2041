<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Clock;

/** A clock that only sleeping advances. */
final class Ticking implements Clock
{
    private float $now = 1767225600.0;
    /** @var list<float> */
    public array $sleeps = [];

    public function now(): float
    {
        return $this->now;
    }

    public function sleep(float $seconds): void
    {
        $this->sleeps[] = round($seconds, 3);
        $this->now += $seconds;
    }
}
