<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class GoneException extends StatusException
{
    public const CODE = 'gone';
}
