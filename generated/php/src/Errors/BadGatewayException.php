<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class BadGatewayException extends ServerException
{
    public const CODE = 'bad_gateway';
}
