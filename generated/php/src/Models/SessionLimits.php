<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What the server takes, in bytes. */
final class SessionLimits extends Model
{
    public function __construct(
        /** The largest event or contact. */
        public int $objectSize,
        /** The largest file; null without a limit. */
        public ?int $fileSize,
        /** The largest file of events or contacts to import. */
        public int $importSize,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('objectSize', 'objectSize', Codecs::integer(), true),
            new Member('fileSize', 'fileSize', Codecs::orNull(Codecs::integer()), true),
            new Member('importSize', 'importSize', Codecs::integer(), true),
        ];
    }
}
