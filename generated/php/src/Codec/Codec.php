<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

/** Reads JSON into a value and writes it again, without losing what it does not know. */
interface Codec
{
    /** `$path` is the JSON pointer of the value, for complaints. */
    public function read(mixed $value, string $path): mixed;

    public function write(mixed $value): mixed;
}
