<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class GatewayTimeoutException extends ServerException
{
    public const CODE = 'gateway_timeout';
}
