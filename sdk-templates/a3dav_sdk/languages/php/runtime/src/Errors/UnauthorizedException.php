<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class UnauthorizedException extends StatusException
{
    public const CODE = 'unauthorized';
}
