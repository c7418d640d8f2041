<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;
use A3dav\Client\Upload;

final class Thing extends Model
{
    public function __construct(
        public string $name,
        public string|Absent|null $note = Absent::It,
        public ?int $size = null,
        public Color|string|null $color = null,
        public ?Timestamp $when = null,
        public ?array $inner = null,
        public mixed $shape = Absent::It,
        public string|Upload|null $file = null,
    ) {
    }

    public static function members(): array
    {
        return [
            new Member('name', 'name', Codecs::text(), true),
            new Member('note', 'note', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('size', 'size', Codecs::integer()),
            new Member('color', 'color', Codecs::textEnum(Color::class)),
            new Member('when', 'when', Codecs::time()),
            new Member('inner', 'inner', Codecs::mapOf(Codecs::model(self::class))),
            new Member('shape', 'shape', Codecs::union(Shape::class), false, Absent::It),
            new Member('file', 'file', Codecs::bytes()),
        ];
    }
}
