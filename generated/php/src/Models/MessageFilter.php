<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Which messages; what is left out does not select. */
final class MessageFilter extends Model
{
    public function __construct(
        public string|Absent|null $kind = Absent::It,
        public GraphMessageState|string|Absent|null $state = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('kind', 'kind', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('state', 'state', Codecs::orNull(Codecs::textEnum(GraphMessageState::class)), false, Absent::It),
        ];
    }
}
