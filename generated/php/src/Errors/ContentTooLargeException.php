<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class ContentTooLargeException extends StatusException
{
    public const CODE = 'content_too_large';
}
