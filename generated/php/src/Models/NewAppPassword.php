<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** An app password to make. */
final class NewAppPassword extends Model
{
    public function __construct(
        /** What it is for. */
        public string $label,
        /** What it may be used for. */
        public NewAppPasswordScope|string $scope,
        /** Until it expires; null for never. */
        public int|Absent|null $days = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('label', 'label', Codecs::text(), true),
            new Member('scope', 'scope', Codecs::textEnum(NewAppPasswordScope::class), true),
            new Member('days', 'days', Codecs::orNull(Codecs::integer()), false, Absent::It),
        ];
    }
}
