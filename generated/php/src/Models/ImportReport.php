<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What became of the objects of a file. */
final class ImportReport extends Model
{
    public function __construct(
        public int $created,
        public int $updated,
        public int $unchanged,
        public int $refused,
        /** @var list<ImportedObject> */
        public array $objects,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('created', 'created', Codecs::integer(), true),
            new Member('updated', 'updated', Codecs::integer(), true),
            new Member('unchanged', 'unchanged', Codecs::integer(), true),
            new Member('refused', 'refused', Codecs::integer(), true),
            new Member('objects', 'objects', Codecs::listOf(Codecs::model(ImportedObject::class)), true),
        ];
    }
}
