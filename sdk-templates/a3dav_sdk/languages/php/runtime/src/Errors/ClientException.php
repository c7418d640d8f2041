<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** The root of all errors. `errorCode` is what all SDKs call it, and `attempts` how often the request was sent. */
class ClientException extends \RuntimeException
{
    public const CODE = 'error';

    public readonly string $errorCode;

    public function __construct(
        string $message,
        public readonly int $attempts = 1,
        public readonly string $method = '',
        /** Without user information, and without what is secret in its query. */
        public readonly string $url = '',
        /** That of the answer; 0 where none came. */
        public readonly int $status = 0,
        ?\Throwable $previous = null,
    ) {
        $this->errorCode = static::CODE;
        parent::__construct($message, $status, $previous);
    }
}
