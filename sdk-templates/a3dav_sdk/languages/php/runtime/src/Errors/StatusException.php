<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

use A3dav\Client\Transport\Headers;

/** An answer that says no. */
class StatusException extends ClientException
{
    public const CODE = 'client_error';

    /** How much of a body is kept. */
    public const BODY_KEPT = 65536;

    private const BY_STATUS = [
        304 => NotModifiedException::class,
        400 => BadRequestException::class,
        401 => UnauthorizedException::class,
        403 => ForbiddenException::class,
        404 => NotFoundException::class,
        405 => MethodNotAllowedException::class,
        406 => NotAcceptableException::class,
        409 => ConflictException::class,
        410 => GoneException::class,
        412 => PreconditionFailedException::class,
        413 => ContentTooLargeException::class,
        415 => UnsupportedMediaTypeException::class,
        422 => UnprocessableException::class,
        423 => LockedException::class,
        424 => FailedDependencyException::class,
        428 => PreconditionRequiredException::class,
        429 => RateLimitedException::class,
        500 => ServerException::class,
        502 => BadGatewayException::class,
        503 => UnavailableException::class,
        504 => GatewayTimeoutException::class,
        507 => InsufficientStorageException::class,
    ];

    /**
     * @param list<string> $conditions the elements in DAV:error, as `{namespace}name`
     * @param string $body 64 KiB of it at most
     */
    final public function __construct(
        string $message,
        int $status,
        public readonly Headers $headers,
        public readonly string $body,
        public readonly ?Problem $problem,
        public readonly array $conditions,
        int $attempts = 1,
        string $method = '',
        string $url = '',
    ) {
        parent::__construct($message, $attempts, $method, $url, $status);
    }

    public function requestId(): string
    {
        return $this->headers->get('x-request-id');
    }

    /** @return class-string<self> */
    public static function classFor(int $status): string
    {
        return self::BY_STATUS[$status] ?? ($status >= 500 ? ServerException::class : self::class);
    }
}
