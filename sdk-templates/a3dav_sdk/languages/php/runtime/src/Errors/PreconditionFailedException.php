<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** With more than one attempt, the first may have been taken. */
final class PreconditionFailedException extends StatusException
{
    public const CODE = 'precondition_failed';
}
