<?php

declare(strict_types=1);

namespace A3dav\Client;

/** A number of free JSON that neither int nor float holds exactly; it is sent again as it came. */
final class Number implements \Stringable
{
    public function __construct(public readonly string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }
}
