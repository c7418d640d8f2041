<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class UnavailableException extends ServerException
{
    public const CODE = 'unavailable';
}
