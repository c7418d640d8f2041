<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class FailedDependencyException extends StatusException
{
    public const CODE = 'failed_dependency';
}
