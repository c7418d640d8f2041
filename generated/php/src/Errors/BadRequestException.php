<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class BadRequestException extends StatusException
{
    public const CODE = 'bad_request';
}
