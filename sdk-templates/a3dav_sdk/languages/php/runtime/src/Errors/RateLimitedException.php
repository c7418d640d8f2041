<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class RateLimitedException extends StatusException
{
    public const CODE = 'rate_limited';
}
