<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A place in the input and what is wrong there. */
final class ProblemError extends Model
{
    public function __construct(
        /** A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`. */
        public string $pointer,
        /** A sentence. */
        public string $detail,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('pointer', 'pointer', Codecs::text(), true),
            new Member('detail', 'detail', Codecs::text(), true),
        ];
    }
}
