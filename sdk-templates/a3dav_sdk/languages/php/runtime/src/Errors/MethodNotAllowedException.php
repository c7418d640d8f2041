<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class MethodNotAllowedException extends StatusException
{
    public const CODE = 'method_not_allowed';
}
