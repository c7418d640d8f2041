<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Absent;
use A3dav\Client\Errors\ConfigurationException;

/** @internal Parameters as they are written into a request. */
final class Parameters
{
    private const BETWEEN = ['spaceDelimited' => '%20', 'pipeDelimited' => '%7C'];

    /** @param array<string, mixed> $given by the keys of the parameters; null and absent are not sent */
    public function __construct(private readonly Call $call, private readonly array $given)
    {
    }

    public function path(): string
    {
        $path = $this->call->path;
        foreach ($this->written('path') as [$one, $value]) {
            if ($value === '' || $value === []) {
                throw new ConfigurationException("{$this->call->key}: $one->wire is empty");
            }
            $path = str_replace('{' . $one->wire . '}', self::simple($one, $value), $path);
        }
        return $path;
    }

    public function query(): string
    {
        $pairs = [];
        foreach ($this->written('query') as [$one, $value]) {
            array_push($pairs, ...self::pairs($one, $value));
        }
        foreach ($this->written('querystring') as [, $value]) {
            $pairs[] = strtr(self::quoted($value), ['%3D' => '=', '%26' => '&']);
        }
        return $pairs === [] ? '' : '?' . implode('&', $pairs);
    }

    /** @return array<string, string> */
    public function headers(): array
    {
        $headers = [];
        foreach ($this->written('header') as [$one, $value]) {
            $headers[strtolower($one->wire)] = self::joined($value);
        }
        $cookies = [];
        foreach ($this->written('cookie') as [$one, $value]) {
            $cookies[] = "$one->wire=" . self::joined($value);
        }
        return $cookies === [] ? $headers : $headers + ['cookie' => implode('; ', $cookies)];
    }

    /** @return iterable<array{Parameter, mixed}> those of one place that are there */
    private function written(string $place): iterable
    {
        foreach ($this->call->parameters as $one) {
            $value = $this->given[$one->key] ?? null;
            if ($one->place === $place && $value !== null && $value !== Absent::It) {
                yield [$one, $one->codec->write($value)];
            }
        }
    }

    private static function joined(mixed $value): string
    {
        return self::isList($value) ? implode(',', array_map(Bodies::text(...), $value)) : Bodies::text($value);
    }

    /** In a path: simple, label or matrix (RFC 6570). */
    private static function simple(Parameter $one, mixed $value): string
    {
        $isObject = self::isObject($value);
        $parts = [];
        foreach ($isObject || self::isList($value) ? (array) $value : [$value] as $key => $inner) {
            $named = self::quoted((string) $key) . ($one->explode ? '=' : ',') . self::quoted($inner);
            $parts[] = $isObject ? $named : self::quoted($inner);
        }
        if ($one->style === 'matrix') {
            $whole = $one->explode ? $parts : [implode(',', $parts)];
            $name = $isObject && $one->explode ? ';' : ";$one->wire=";
            return $name . implode($name, $whole);
        }
        return $one->style === 'label' ? '.' . implode($one->explode ? '.' : ',', $parts) : implode(',', $parts);
    }

    /** @return list<string> */
    private static function pairs(Parameter $one, mixed $value): array
    {
        $name = self::quoted($one->wire);
        if ($one->style === 'json') {
            return ["$name=" . rawurlencode(Json::write($value))];
        }
        if (self::isObject($value)) {
            return self::members($one, $name, (array) $value);
        }
        if (!self::isList($value)) {
            return ["$name=" . self::quoted($value)];
        }
        $items = array_map(self::quoted(...), $value);
        if ($one->explode) {
            return array_map(static fn (string $item): string => "$name=$item", $items);
        }
        return $items === [] ? [] : ["$name=" . implode(self::BETWEEN[$one->style] ?? ',', $items)];
    }

    /**
     * @param array<string, mixed> $members
     * @return list<string>
     */
    private static function members(Parameter $one, string $name, array $members): array
    {
        $pairs = [];
        $flat = [];
        foreach ($members as $key => $inner) {
            [$key, $inner] = [self::quoted((string) $key), self::quoted($inner)];
            $pairs[] = $one->style === 'deepObject' ? "$name%5B$key%5D=$inner" : "$key=$inner";
            $flat[] = "$key,$inner";
        }
        return $one->explode || $one->style === 'deepObject' ? $pairs : ["$name=" . implode(',', $flat)];
    }

    private static function quoted(mixed $value): string
    {
        return rawurlencode(Bodies::text($value));
    }

    private static function isList(mixed $value): bool
    {
        return is_array($value) && array_is_list($value);
    }

    private static function isObject(mixed $value): bool
    {
        return $value instanceof \stdClass || (is_array($value) && !array_is_list($value));
    }
}
