<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

final class UnsupportedMediaTypeException extends StatusException
{
    public const CODE = 'unsupported_media_type';
}
