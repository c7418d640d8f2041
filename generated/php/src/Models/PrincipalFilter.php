<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Which principals; what is left out does not select. */
final class PrincipalFilter extends Model
{
    public function __construct(
        public bool|Absent|null $disabled = Absent::It,
        public GraphKind|string|Absent|null $kind = Absent::It,
        public string|Absent|null $memberOf = Absent::It,
        public GraphRole|string|Absent|null $role = Absent::It,
        /** What name, display name or address contain. */
        public string|Absent|null $text = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('disabled', 'disabled', Codecs::orNull(Codecs::boolean()), false, Absent::It),
            new Member('kind', 'kind', Codecs::orNull(Codecs::textEnum(GraphKind::class)), false, Absent::It),
            new Member('memberOf', 'memberOf', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('role', 'role', Codecs::orNull(Codecs::textEnum(GraphRole::class)), false, Absent::It),
            new Member('text', 'text', Codecs::orNull(Codecs::text()), false, Absent::It),
        ];
    }
}
