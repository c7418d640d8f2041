<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** A redirect that is not followed; `status` is its status. */
final class RedirectException extends ClientException
{
    public const CODE = 'redirect';
}
