<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** A folder or a file, without what it holds. */
final class File extends Model
{
    public function __construct(
        /** Identifies an object for as long as it exists. */
        public string $id,
        /** What it is. */
        public FileKind|string $kind,
        /** The last segment of its path; empty for the folder that holds all others. */
        public string $name,
        /** The folder that it is in; null for the one that holds all others. */
        public ?string $folder,
        /** Its path in WebDAV. */
        public string $href,
        /** Whose something is. */
        public Owner $owner,
        /** Whether it belongs to whoever asks. */
        public bool $mine,
        /** @var list<Right|string> What whoever asks may do with it. */
        public array $rights,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $created,
        /** A moment in UTC (RFC 3339). */
        public Timestamp $modified,
        /** The media type of a file. */
        public ?string $mediaType,
        /** The bytes of a file. */
        public ?int $size,
        /** The entity tag of a file, for `If-Match`. */
        public ?string $etag,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('kind', 'kind', Codecs::textEnum(FileKind::class), true),
            new Member('name', 'name', Codecs::text(), true),
            new Member('folder', 'folder', Codecs::orNull(Codecs::text()), true),
            new Member('href', 'href', Codecs::text(), true),
            new Member('owner', 'owner', Codecs::model(Owner::class), true),
            new Member('mine', 'mine', Codecs::boolean(), true),
            new Member('rights', 'rights', Codecs::listOf(Codecs::textEnum(Right::class)), true),
            new Member('created', 'created', Codecs::time(), true),
            new Member('modified', 'modified', Codecs::time(), true),
            new Member('mediaType', 'mediaType', Codecs::orNull(Codecs::text()), true),
            new Member('size', 'size', Codecs::orNull(Codecs::integer()), true),
            new Member('etag', 'etag', Codecs::orNull(Codecs::text()), true),
        ];
    }
}
