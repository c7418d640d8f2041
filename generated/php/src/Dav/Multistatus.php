<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Internal\Url;

/** Responses, each with its status, or with properties that have theirs. */
final class Multistatus
{
    /** @param list<Response> $responses */
    private function __construct(public readonly array $responses, public readonly string $syncToken)
    {
    }

    /** `$url` is that of the request: hrefs are relative to it, and those of other servers are left out. */
    public static function read(string $xml, string $url): self
    {
        $root = Xml::parse($xml);
        if ($root->name !== '{DAV:}multistatus') {
            throw new DecodeException("a multistatus was to be here, not $root->name");
        }
        $responses = [];
        foreach ($root->every('{DAV:}response') as $child) {
            array_push($responses, ...self::responses($child, $url));
        }
        return new self($responses, trim($root->first('{DAV:}sync-token')?->text() ?? ''));
    }

    /** The path that an href means; empty for one of another server. */
    public static function path(string $href, string $url): string
    {
        $whole = Url::resolve($url, $href);
        return Url::origin($whole) === Url::origin($url) ? Url::path($whole) : '';
    }

    /** What all spellings of a path have in common. */
    public static function key(string $path): string
    {
        return rtrim(rawurldecode(Url::path($path)), '/');
    }

    public static function same(string $one, string $other): bool
    {
        return self::key($one) === self::key($other);
    }

    /** @return list<Response> one for each href, of which a response without properties may have several */
    private static function responses(Element $child, string $url): array
    {
        $properties = [];
        foreach ($child->every('{DAV:}propstat') as $propstat) {
            foreach ($propstat->first('{DAV:}prop')?->children() ?? [] as $one) {
                $properties[$one->name] = new Value(self::status($propstat), $one);
            }
        }
        $conditions = array_column($child->first('{DAV:}error')?->children() ?? [], 'name');
        $found = [];
        foreach ($child->every('{DAV:}href') as $href) {
            $path = self::path(trim($href->text()), $url);
            if ($path !== '') {
                $found[] = new Response($path, self::status($child), $properties, $conditions);
            }
        }
        return $found;
    }

    private static function status(Element $holder): int
    {
        $line = trim($holder->first('{DAV:}status')?->text() ?? '');
        return preg_match('~^HTTP/\S+\s+(\d{3})~', $line, $match) ? (int) $match[1] : 0;
    }
}
