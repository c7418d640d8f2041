<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Transport\Headers;

/** @internal When a request is sent again, and after how long. */
final class Retry
{
    public const STATUSES = [408, 429, 502, 503, 504];
    public const LONGEST = 60.0;
    private const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'REPORT', 'QUERY', 'SEARCH'];
    private const IDEMPOTENT = ['PUT', 'DELETE', 'PROPPATCH', 'MKCOL', 'MKCALENDAR', 'COPY', 'MOVE', 'ACL', 'UNLOCK'];

    /** By the registry of methods. */
    public static function classOf(string $method): string
    {
        return match (true) {
            in_array($method, self::SAFE, true) => 'safe',
            in_array($method, self::IDEMPOTENT, true) => 'idempotent',
            default => 'never',
        };
    }

    /** Seconds before the `$number`-th further attempt. */
    public static function delay(int $number, float $random, float $first = 0.5): float
    {
        return min(8.0, $first * 2.0 ** min($number - 1, 30)) * (1 - 0.5 * $random);
    }

    /** Seconds that a server asks for; null where it asks for nothing that makes sense. */
    public static function after(Headers $headers, float $now): ?float
    {
        $told = trim($headers->get('retry-after'));
        if (preg_match('/^\d+$/D', $told)) {
            return (float) $told;
        }
        return self::until(preg_replace('/^[A-Za-z]+,? */', '', $told) ?? '', $now);
    }

    /** To a date (RFC 9110 §5.6.7) without its day of the week, which may be a wrong one. */
    private static function until(string $date, float $now): ?float
    {
        foreach (['d M Y H:i:s \G\M\T', 'd-M-y H:i:s \G\M\T', 'M j H:i:s Y'] as $format) {
            $moment = \DateTimeImmutable::createFromFormat("!$format", $date, new \DateTimeZone('UTC'));
            if ($moment !== false && (\DateTimeImmutable::getLastErrors()['warning_count'] ?? 0) === 0) {
                $seconds = $moment->getTimestamp() - $now;
                return $seconds >= 0 ? $seconds : null;
            }
        }
        return null;
    }
}
