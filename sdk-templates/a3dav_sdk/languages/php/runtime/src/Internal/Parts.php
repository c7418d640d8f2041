<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Absent;
use A3dav\Client\Codec\ListOf;
use A3dav\Client\Codec\Plain;
use A3dav\Client\Model;
use A3dav\Client\Upload;

/** @internal The parts of a multipart form: members that are bytes, and uploads, are files. */
final class Parts
{
    /** @return iterable<Part> */
    public static function of(mixed $body): iterable
    {
        $members = $body instanceof Model ? self::ofModel($body) : self::ofArray($body);
        foreach ($members as [$name, $value, $isFile]) {
            foreach (is_array($value) && array_is_list($value) ? $value : [$value] as $one) {
                if ($one !== null) {
                    yield self::part($name, $one, $isFile);
                }
            }
        }
    }

    private static function part(string $name, mixed $value, bool $isFile): Part
    {
        if ($value instanceof Upload) {
            $content = $value->open();
            $whole = is_array($content) ? $content : iterator_to_array($content, false);
            return new Part($name, implode('', $whole), $value->name);
        }
        return new Part($name, Bodies::text($value), $isFile ? $name : null);
    }

    /** @return iterable<array{string, mixed, bool}> */
    private static function ofModel(Model $model): iterable
    {
        foreach ($model::members() as $member) {
            $value = $model->{$member->property};
            $codec = $member->codec instanceof ListOf ? $member->codec->item : $member->codec;
            if ($value !== Absent::It) {
                yield [$member->key, $value, $codec instanceof Plain && $codec->kind === 'bytes'];
            }
        }
        foreach ($model->extra as $key => $value) {
            yield [(string) $key, $value, false];
        }
    }

    /** @return iterable<array{string, mixed, bool}> */
    private static function ofArray(mixed $body): iterable
    {
        foreach (Bodies::members($body) as $key => $value) {
            yield [(string) $key, $value, false];
        }
    }
}
