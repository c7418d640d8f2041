<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** The caller wanted no answer any more. */
final class CancelledException extends ClientException
{
    public const CODE = 'cancelled';
}
