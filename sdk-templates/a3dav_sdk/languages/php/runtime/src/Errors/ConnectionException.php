<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** No answer, or one that was cut short. */
final class ConnectionException extends ClientException
{
    public const CODE = 'connection';
}
