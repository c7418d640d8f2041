<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** A member that is no more. */
final class Removed
{
    public function __construct(public readonly string $href)
    {
    }
}
