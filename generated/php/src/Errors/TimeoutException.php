<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** The time of the call ran out. */
final class TimeoutException extends ClientException
{
    public const CODE = 'timeout';
}
