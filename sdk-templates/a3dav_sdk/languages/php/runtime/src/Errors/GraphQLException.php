<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** What GraphQL refused, and the data that came with it: typed where it can be. */
final class GraphQLException extends ClientException
{
    public const CODE = 'graphql';

    /** @param list<mixed> $errors each with message, path and extensions, as JSON */
    public function __construct(
        public readonly array $errors,
        public readonly mixed $data,
        int $status = 200,
        int $attempts = 1,
        string $method = '',
        string $url = '',
    ) {
        $said = array_map(static fn (mixed $one): string => self::said($one), $errors);
        parent::__construct(implode('; ', $said) ?: 'GraphQL refused', $attempts, $method, $url, $status);
    }

    private static function said(mixed $error): string
    {
        $message = is_object($error) ? ($error->message ?? '') : $error;
        return is_string($message) ? $message : '';
    }
}
