<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class InsufficientStorageException extends ServerException
{
    public const CODE = 'insufficient_storage';
}
