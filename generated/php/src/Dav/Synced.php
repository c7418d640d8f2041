<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** The end: keep the token for the next time. */
final class Synced
{
    public function __construct(public readonly string $token)
    {
    }
}
