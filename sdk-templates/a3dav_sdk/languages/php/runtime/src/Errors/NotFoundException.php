<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class NotFoundException extends StatusException
{
    public const CODE = 'not_found';
}
