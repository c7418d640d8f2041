<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Bytes that an account uses, and may use. */
final class UpdatePrincipalQuota extends Model
{
    public function __construct(
        public int $used,
        /** What counts; null where there is no limit. */
        public ?int $limit,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('used', 'used', Codecs::integer(), true),
            new Member('limit', 'limit', Codecs::orNull(Codecs::integer()), true),
        ];
    }
}
