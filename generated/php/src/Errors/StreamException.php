<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** A stream of events that is none. */
final class StreamException extends ClientException
{
    public const CODE = 'stream';
}
