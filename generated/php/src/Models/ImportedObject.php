<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What became of an object of a file. */
final class ImportedObject extends Model
{
    public function __construct(
        /** Where it is or would be in DAV. */
        public string $href,
        /** Its UID. */
        public string $uid,
        /** 201 for created, 204 for updated, 304 for unchanged, else why it was refused. */
        public int $status,
        /** A sentence. */
        public ?string $error = null,
        /** The precondition that does not hold, as `{namespace}name`. */
        public ?string $condition = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('href', 'href', Codecs::text(), true),
            new Member('uid', 'uid', Codecs::text(), true),
            new Member('status', 'status', Codecs::integer(), true),
            new Member('error', 'error', Codecs::text()),
            new Member('condition', 'condition', Codecs::text()),
        ];
    }
}
