<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Changes, made in the order in which they were sent; each stands or falls alone. */
final class ShareResult extends Model
{
    public function __construct(
        /** Offers a calendar or an address book to somebody. */
        public ?Share2 $share,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('share', 'share', Codecs::orNull(Codecs::model(Share2::class)), true),
        ];
    }
}
