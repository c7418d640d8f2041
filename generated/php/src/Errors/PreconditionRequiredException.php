<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class PreconditionRequiredException extends StatusException
{
    public const CODE = 'precondition_required';
}
