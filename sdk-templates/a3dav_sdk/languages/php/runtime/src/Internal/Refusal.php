<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Dav\Xml;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\Problem;
use A3dav\Client\Errors\StatusException;

/** @internal An answer that says no, as an error. */
final class Refusal
{
    public static function of(Answer $answer): StatusException
    {
        $type = $answer->headers->mediaType();
        $problem = str_ends_with($type, 'json') ? self::problem($answer->body) : null;
        $conditions = in_array($type, ['application/xml', 'text/xml'], true) ? self::conditions($answer->body) : [];
        $told = $problem?->text('condition') ?? '';
        if ($conditions === [] && $told !== '') {
            $conditions = [$told];
        }
        $said = $problem?->detail() ?: $problem?->title() ?: implode(', ', $conditions);
        $url = Url::redacted($answer->url);
        $class = StatusException::classFor($answer->status);
        return new $class(
            "$answer->method $url → $answer->status" . ($said === '' ? '' : ": $said"),
            $answer->status,
            $answer->headers,
            substr($answer->body, 0, StatusException::BODY_KEPT),
            $problem,
            $conditions,
            ...$answer->told(),
        );
    }

    private static function problem(string $body): ?Problem
    {
        try {
            $found = Json::read($body);
            return $found instanceof \stdClass ? new Problem((array) $found) : null;
        } catch (DecodeException) {
            return null;
        }
    }

    /** @return list<string> the elements in DAV:error (RFC 4918 §16) */
    private static function conditions(string $body): array
    {
        try {
            $root = Xml::parse($body);
        } catch (DecodeException) {
            return [];
        }
        return $root->name === '{DAV:}error' ? array_column($root->children(), 'name') : [];
    }
}
