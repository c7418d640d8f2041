<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** Any status of 5xx; those that are known have a class below this one. */
class ServerException extends StatusException
{
    public const CODE = 'server_error';
}
