<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** An element of XML; `name` is `{namespace}local`. */
final class Element
{
    /** @var list<Element|string> what is in it, in its order */
    public array $parts = [];

    /** @param array<string, string> $attributes by `{namespace}local`, or `local` alone */
    public function __construct(public readonly string $name, public readonly array $attributes = [])
    {
    }

    /** All text inside, as it came. */
    public function text(): string
    {
        $texts = array_map(static fn (self|string $one): string => is_string($one) ? $one : $one->text(), $this->parts);
        return implode('', $texts);
    }

    /** @return list<Element> */
    public function children(): array
    {
        return array_values(array_filter($this->parts, static fn (self|string $one): bool => $one instanceof self));
    }

    public function first(string $name): ?Element
    {
        return $this->every($name)[0] ?? null;
    }

    /** @return list<Element> */
    public function every(string $name): array
    {
        $isNamed = static fn (self $one): bool => $one->name === $name;
        return array_values(array_filter($this->children(), $isNamed));
    }
}
