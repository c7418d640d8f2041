<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Codec;
use A3dav\Client\Codec\EnumOf;
use A3dav\Client\Codec\Free;
use A3dav\Client\Codec\ListOf;
use A3dav\Client\Codec\MapOf;
use A3dav\Client\Codec\ModelOf;
use A3dav\Client\Codec\OrNull;
use A3dav\Client\Codec\Plain;
use A3dav\Client\Codec\Time;
use A3dav\Client\Codec\Union;
use A3dav\Client\Codec\UnionOf;

/** How values are read and written, by their types. */
final class Codecs
{
    public static function text(): Plain
    {
        return new Plain('text');
    }

    public static function integer(): Plain
    {
        return new Plain('integer');
    }

    public static function number(): Plain
    {
        return new Plain('number');
    }

    public static function boolean(): Plain
    {
        return new Plain('boolean');
    }

    public static function bytes(): Plain
    {
        return new Plain('bytes');
    }

    public static function time(): Time
    {
        return new Time();
    }

    public static function any(): Free
    {
        return new Free();
    }

    public static function listOf(Codec $item): ListOf
    {
        return new ListOf($item);
    }

    public static function mapOf(Codec $item): MapOf
    {
        return new MapOf($item);
    }

    public static function orNull(Codec $of): OrNull
    {
        return new OrNull($of);
    }

    /** @param class-string<Model> $model */
    public static function model(string $model): ModelOf
    {
        return new ModelOf($model);
    }

    /** @param class-string<\BackedEnum> $enum */
    public static function textEnum(string $enum): EnumOf
    {
        return new EnumOf($enum, self::text());
    }

    /** @param class-string<\BackedEnum> $enum */
    public static function integerEnum(string $enum): EnumOf
    {
        return new EnumOf($enum, self::integer());
    }

    /** @param class-string<Union> $union */
    public static function union(string $union): UnionOf
    {
        return new UnionOf($union);
    }
}
