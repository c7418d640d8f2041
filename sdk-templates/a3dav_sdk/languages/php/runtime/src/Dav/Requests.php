<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

use A3dav\Client\CallOptions;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Internal\Answer;
use A3dav\Client\Internal\Core;
use A3dav\Client\Internal\Exchange;
use A3dav\Client\Internal\Outgoing;
use A3dav\Client\Internal\Prepared;
use A3dav\Client\Internal\Retry;
use A3dav\Client\Internal\Url;

/** @internal The requests of DAV. */
final class Requests
{
    public const TYPE = 'application/xml; charset=utf-8';

    public function __construct(public readonly Core $core)
    {
    }

    /** @param array<string, string> $headers */
    public function send(
        string $method,
        string $path,
        array $headers,
        Prepared $body = new Prepared(),
        ?CallOptions $options = null,
        bool $streams = false,
    ): Answer {
        $headers += $body->headers() + ['accept' => '*/*'];
        $retry = Retry::classOf($method);
        $asked = new Outgoing($method, $this->url($path), $retry, $headers, $body, $options, $streams);
        return Exchange::run($this->core, $asked);
    }

    public function multistatus(
        string $method,
        string $path,
        string $root,
        ?string $depth,
        ?CallOptions $options,
    ): Multistatus {
        $headers = ['accept' => 'application/xml'] + ($depth === null ? [] : ['depth' => $depth]);
        $answer = $this->send($method, $path, $headers, new Prepared(Xml::document($root), self::TYPE), $options);
        if ($answer->status !== 207) {
            throw new DecodeException("an answer of $answer->status and no multistatus", ...$answer->told());
        }
        return $answer->reading(static fn (string $xml): Multistatus => Multistatus::read($xml, $answer->url));
    }

    /** Paths of answers begin at the origin, so a prefix of the base is not put before them twice. */
    private function url(string $path): string
    {
        if (preg_match('~^https?://~i', $path)) {
            return $path;
        }
        $base = Url::parts($this->core->base);
        $path = str_starts_with($path, '/') ? $path : "/$path";
        $hasPrefix = $base['path'] === '' || str_starts_with($path, "{$base['path']}/");
        return "{$base['scheme']}://{$base['authority']}" . ($hasPrefix ? $path : $base['path'] . $path);
    }
}
