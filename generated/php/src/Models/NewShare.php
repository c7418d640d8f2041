<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What to give somebody. */
final class NewShare extends Model
{
    public function __construct(
        /** What they may do. */
        public NewShareAccess|string $access,
        /** What the invitation calls it. */
        public ?string $summary = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('access', 'access', Codecs::textEnum(NewShareAccess::class), true),
            new Member('summary', 'summary', Codecs::text()),
        ];
    }
}
