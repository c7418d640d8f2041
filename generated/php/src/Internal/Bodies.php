<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Absent;
use A3dav\Client\Codec\Codec;
use A3dav\Client\Codec\Free;
use A3dav\Client\Codec\OrNull;
use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Upload;

/** @internal Bodies of requests, by their shapes. */
final class Bodies
{
    /**
     * @param array{string, string, Codec} $as shape, media type and type
     * @param \Closure(): float $random
     */
    public static function prepared(array $as, mixed $body, \Closure $random): Prepared
    {
        [$shape, $type, $codec] = $as;
        $isNull = $shape === 'json' && ($codec instanceof Free || $codec instanceof OrNull);
        if ($body === Absent::It || ($body === null && !$isNull)) {
            return new Prepared();
        }
        $default = $shape === 'text' ? 'text/plain' : 'application/octet-stream';
        $type = $type === '*/*' ? $default : $type;
        return match ($shape) {
            'json' => new Prepared(Json::write($codec->write($body)), $type),
            'form' => new Prepared(self::form(self::members($body)), $type),
            'multipart' => self::multipart(Parts::of($body), $random),
            default => self::whole($body, $type),
        };
    }

    public static function whole(mixed $body, string $type): Prepared
    {
        if (!is_string($body) && !$body instanceof Upload) {
            throw new ConfigurationException('a body is a string or an Upload');
        }
        return new Prepared($body, $type);
    }

    /** A value where only text can be. */
    public static function text(mixed $value): string
    {
        $plain = Free::plain($value);
        return is_string($plain) ? $plain : Json::write($plain);
    }

    /** @return array<string, mixed> */
    public static function members(mixed $body): array
    {
        $plain = Free::plain($body);
        if (!is_array($plain) && !$plain instanceof \stdClass) {
            throw new ConfigurationException('a form is a model or an array');
        }
        return (array) $plain;
    }

    /** @param array<string, mixed> $members */
    private static function form(array $members): string
    {
        $pairs = [];
        foreach ($members as $name => $value) {
            foreach (is_array($value) && array_is_list($value) ? $value : [$value] as $one) {
                if ($one !== null) {
                    $pairs[] = rawurlencode((string) $name) . '=' . rawurlencode(self::text($one));
                }
            }
        }
        return implode('&', $pairs);
    }

    /**
     * @param iterable<Part> $parts
     * @param \Closure(): float $random
     */
    private static function multipart(iterable $parts, \Closure $random): Prepared
    {
        $boundary = 'part-';
        for ($number = 0; $number < 24; $number++) {
            $boundary .= dechex((int) floor(16 * $random()));
        }
        $body = '';
        foreach ($parts as $part) {
            $body .= "--$boundary\r\n{$part->headers()}\r\n\r\n$part->content\r\n";
        }
        return new Prepared("$body--$boundary--\r\n", "multipart/form-data; boundary=$boundary");
    }
}
