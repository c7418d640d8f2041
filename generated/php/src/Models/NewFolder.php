<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A folder to make. */
final class NewFolder extends Model
{
    public function __construct(
        /**
         * The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that
         * cannot be seen are refused.
         */
        public string $name,
        /** Identifies an object for as long as it exists. */
        public ?string $folder = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('name', 'name', Codecs::text(), true),
            new Member('folder', 'folder', Codecs::text()),
        ];
    }
}
