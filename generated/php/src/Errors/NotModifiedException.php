<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** What was asked for is still what If-None-Match named. */
final class NotModifiedException extends StatusException
{
    public const CODE = 'not_modified';
}
