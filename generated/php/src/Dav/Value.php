<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** A property, with a status of its own. */
final class Value
{
    public function __construct(public readonly int $status, public readonly Element $element)
    {
    }

    /** All text inside, as it came. */
    public function text(): string
    {
        return $this->element->text();
    }

    /** @return list<string> */
    public function hrefs(): array
    {
        return array_map(static fn (Element $one): string => trim($one->text()), $this->element->every('{DAV:}href'));
    }
}
