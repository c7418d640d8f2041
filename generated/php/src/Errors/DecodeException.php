<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** An answer that is not what it was to be. */
final class DecodeException extends ClientException
{
    public const CODE = 'decode';
}
