<?php

declare(strict_types=1);

namespace A3dav\Client\Codec;

use A3dav\Client\Model;

final class ModelOf implements Codec
{
    /** @param class-string<Model> $model */
    public function __construct(public readonly string $model)
    {
    }

    public function read(mixed $value, string $path): Model
    {
        return $this->model::fromJson($value, $path);
    }

    public function write(mixed $value): mixed
    {
        return Free::plain($value);
    }

    public function fits(mixed $value): bool
    {
        foreach ($this->model::members() as $member) {
            if ($member->required && !($value instanceof \stdClass && property_exists($value, $member->key))) {
                return false;
            }
        }
        return $value instanceof \stdClass;
    }
}
