<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Codec\Free;
use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Number;

/** @internal JSON as it came: objects are \stdClass, and no number loses a digit. */
final class Json
{
    private const DEPTH = 512;
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
        | JSON_UNESCAPED_LINE_TERMINATORS | JSON_PRESERVE_ZERO_FRACTION;

    /** Numbers that may be more than PHP can hold, or an exponent. */
    private const DELICATE = '/(?:^|[:,\[\s])-?(?:[0-9.]{16}|[0-9.]+[eE])/';

    public static function read(string $text): mixed
    {
        try {
            $plain = json_decode($text, false, self::DEPTH, JSON_THROW_ON_ERROR);
        } catch (\JsonException $error) {
            throw new DecodeException("this is no JSON: {$error->getMessage()}", previous: $error);
        }
        return preg_match(self::DELICATE, $text) === 1 ? (new ExactJson($text))->read() : $plain;
    }

    public static function write(mixed $value): string
    {
        try {
            return self::written(Free::plain($value));
        } catch (\JsonException $error) {
            throw new ConfigurationException("this is not for JSON: {$error->getMessage()}", previous: $error);
        }
    }

    private static function written(mixed $value): string
    {
        if ($value instanceof Number) {
            return $value->text;
        }
        if (is_array($value) && array_is_list($value)) {
            return '[' . implode(',', array_map(self::written(...), $value)) . ']';
        }
        if (!is_array($value) && !$value instanceof \stdClass) {
            return json_encode($value, self::FLAGS);
        }
        $members = [];
        foreach ((array) $value as $key => $one) {
            $members[] = json_encode((string) $key, self::FLAGS) . ':' . self::written($one);
        }
        return '{' . implode(',', $members) . '}';
    }
}
