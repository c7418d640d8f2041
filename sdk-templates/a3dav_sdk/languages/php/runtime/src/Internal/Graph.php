<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\About;
use A3dav\Client\Absent;
use A3dav\Client\CallOptions;
use A3dav\Client\Codec\Codec;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\GraphQLException;
use A3dav\Client\Errors\StatusException;

/** @internal Asks GraphQL: one POST, whose errors are an error. */
final class Graph
{
    private const HEADERS = ['accept' => 'application/json', 'graphql-require-preflight' => '1'];

    public function __construct(private readonly Core $core)
    {
    }

    /**
     * @param string $retry safe or never
     * @param array<string, mixed> $variables those that are Absent are not sent
     */
    public function ask(
        ?string $name,
        string $retry,
        string $text,
        array $variables,
        Codec $codec,
        ?CallOptions $options,
    ): mixed {
        $sent = array_filter($variables, static fn (mixed $value): bool => $value !== Absent::It);
        $asked = ['query' => $text, 'variables' => (object) $sent];
        if ($name !== null) {
            $asked['operationName'] = $name;
        }
        $body = new Prepared(Json::write($asked), 'application/json');
        $url = $this->core->base . About::GRAPH_PATH;
        $headers = self::HEADERS + $body->headers();
        try {
            $answer = Exchange::run($this->core, new Outgoing('POST', $url, $retry, $headers, $body, $options));
        } catch (StatusException $error) {
            throw self::refused($error, $codec) ?? $error;
        }
        return $this->data($answer, $codec);
    }

    private function data(Answer $answer, Codec $codec): mixed
    {
        $document = $answer->json();
        $told = $answer->told();
        $errors = $document->errors ?? [];
        $isGraph = $document instanceof \stdClass && (property_exists($document, 'data') || $errors !== []);
        if (!$isGraph || !is_array($errors)) {
            throw new DecodeException('this is no answer of GraphQL', ...$told);
        }
        if ($errors !== []) {
            $partial = self::partial($codec, $document->data ?? null);
            throw new GraphQLException($errors, $partial, $answer->status, ...$told);
        }
        return $answer->reading(static fn (): mixed => $codec->read($document->data, '/data'));
    }

    private static function refused(StatusException $error, Codec $codec): ?GraphQLException
    {
        try {
            $document = Json::read($error->body);
        } catch (DecodeException) {
            return null;
        }
        $errors = $document instanceof \stdClass ? $document->errors ?? null : null;
        if (!is_array($errors) || $errors === []) {
            return null;
        }
        $partial = self::partial($codec, $document->data ?? null);
        return new GraphQLException($errors, $partial, $error->status, $error->attempts, $error->method, $error->url);
    }

    /** Typed where it can be. */
    private static function partial(Codec $codec, mixed $data): mixed
    {
        try {
            return $data === null ? null : $codec->read($data, '/data');
        } catch (DecodeException) {
            return $data;
        }
    }
}
