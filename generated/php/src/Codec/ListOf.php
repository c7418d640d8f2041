<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

final class ListOf implements Codec
{
    public function __construct(public readonly Codec $item)
    {
    }

    /** @return list<mixed> */
    public function read(mixed $value, string $path): array
    {
        if (!is_array($value) || !array_is_list($value)) {
            throw Complaint::of('a list', $value, $path);
        }
        $items = [];
        foreach ($value as $number => $one) {
            $items[] = $this->item->read($one, "$path/$number");
        }
        return $items;
    }

    /** @return list<mixed> */
    public function write(mixed $value): array
    {
        return array_map($this->item->write(...), array_values((array) $value));
    }
}
