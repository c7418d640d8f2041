<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

/** @internal URLs (RFC 3986): parts, origins, references, and what may be told of them. */
final class Url
{
    private const SECRET = '/((?:^|&)(?:access_token|token|code|secret|password|signature|key)=)[^&]*/i';

    /** @return array{scheme: string, authority: string, host: string, port: int, path: string, query: ?string} */
    public static function parts(string $url): array
    {
        preg_match('~^(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?~', $url, $found, PREG_UNMATCHED_AS_NULL);
        $scheme = $found[1] ?? '';
        $authority = $found[2] ?? '';
        preg_match('~^(?:.*@)?(\[[^]]*]|[^:]*)(?::(\d*))?$~', $authority, $place);
        $default = ['https' => 443, 'http' => 80][strtolower($scheme)] ?? 0;
        return [
            'scheme' => $scheme,
            'authority' => $authority,
            'host' => strtolower($place[1] ?? ''),
            'port' => (int) ($place[2] ?? 0) ?: $default,
            'path' => $found[3] ?? '',
            'query' => $found[4] ?? null,
        ];
    }

    /** Scheme, host and port. */
    public static function origin(string $url): string
    {
        $parts = self::parts($url);
        return strtolower($parts['scheme']) . "://{$parts['host']}:{$parts['port']}";
    }

    public static function path(string $url): string
    {
        return self::parts($url)['path'];
    }

    /** What a reference means at a place (RFC 3986 §5.2), without a fragment. */
    public static function resolve(string $base, string $reference): string
    {
        $given = self::parts($reference);
        if ($given['scheme'] !== '') {
            return explode('#', $reference)[0];
        }
        $at = self::parts($base);
        if (str_starts_with($reference, '//')) {
            return "{$at['scheme']}:" . explode('#', $reference)[0];
        }
        $path = $given['path'];
        $query = $given['query'];
        if ($path === '') {
            [$path, $query] = [$at['path'], $query ?? $at['query']];
        } elseif ($path[0] !== '/') {
            $path = substr($at['path'], 0, (int) strrpos("/{$at['path']}", '/')) . $path;
        }
        $path = self::withoutDots($path === '' || $path[0] === '/' ? $path : "/$path");
        return "{$at['scheme']}://{$at['authority']}$path" . ($query === null ? '' : "?$query");
    }

    /** For errors and logs: no user information, and no secrets in the query. */
    public static function redacted(string $url): string
    {
        $url = preg_replace('~^([^:/?#]+://)[^/?#]*@~', '$1', $url) ?? '';
        [$place, $query] = explode('?', $url, 2) + [1 => null];
        return $query === null ? $place : "$place?" . preg_replace(self::SECRET, '$1…', $query);
    }

    private static function withoutDots(string $path): string
    {
        $kept = [];
        $segments = explode('/', $path);
        foreach ($segments as $number => $segment) {
            if ($segment === '..' && count($kept) > 1) {
                array_pop($kept);
            }
            $isLast = $number === count($segments) - 1;
            if ($segment !== '.' && $segment !== '..') {
                $kept[] = $segment;
            } elseif ($isLast) {
                $kept[] = '';
            }
        }
        return implode('/', $kept);
    }
}
