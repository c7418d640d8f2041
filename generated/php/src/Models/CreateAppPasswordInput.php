<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class CreateAppPasswordInput extends Model
{
    public function __construct(
        public string $label,
        public string $principal,
        public int|Absent|null $days = Absent::It,
        public GraphAppScope|string|null $scope = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('days', 'days', Codecs::orNull(Codecs::integer()), false, Absent::It),
            new Member('label', 'label', Codecs::text(), true),
            new Member('principal', 'principal', Codecs::text(), true),
            new Member('scope', 'scope', Codecs::textEnum(GraphAppScope::class)),
        ];
    }
}
