<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/**
 * Names in lower case, and the values of one name joined.
 *
 * @implements \IteratorAggregate<string, string>
 */
final class Headers implements \IteratorAggregate
{
    /** @var array<string, string> */
    private array $values = [];

    /** @param iterable<array{string, string}> $pairs */
    public function __construct(iterable $pairs = [])
    {
        foreach ($pairs as [$name, $value]) {
            $name = strtolower($name);
            $this->values[$name] = isset($this->values[$name]) ? "{$this->values[$name]}, $value" : $value;
        }
    }

    /** Empty where there is none. */
    public function get(string $name): string
    {
        return $this->values[strtolower($name)] ?? '';
    }

    /** The media type, without its parameters. */
    public function mediaType(): string
    {
        return strtolower(trim(explode(';', $this->get('content-type'))[0]));
    }

    public function getIterator(): \ArrayIterator
    {
        return new \ArrayIterator($this->values);
    }
}
