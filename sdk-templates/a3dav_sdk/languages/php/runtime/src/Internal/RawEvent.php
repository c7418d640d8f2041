<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

/** @internal */
final class RawEvent
{
    public function __construct(
        public readonly string $id,
        public readonly string $event,
        public readonly string $data,
    ) {
    }
}
