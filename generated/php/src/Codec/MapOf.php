<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

/** An object whose member names are data: an array in PHP. */
final class MapOf implements Codec
{
    public function __construct(public readonly Codec $item)
    {
    }

    /** @return array<string, mixed> */
    public function read(mixed $value, string $path): array
    {
        if (!$value instanceof \stdClass) {
            throw Complaint::of('an object', $value, $path);
        }
        $items = [];
        foreach ((array) $value as $key => $one) {
            $items[$key] = $this->item->read($one, "$path/$key");
        }
        return $items;
    }

    public function write(mixed $value): \stdClass
    {
        return (object) array_map($this->item->write(...), (array) $value);
    }
}
