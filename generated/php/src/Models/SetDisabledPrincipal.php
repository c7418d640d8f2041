<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A user, a group, a room or a resource. */
final class SetDisabledPrincipal extends Model
{
    public function __construct(
        public string $id,
        public bool $disabled,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('id', 'id', Codecs::text(), true),
            new Member('disabled', 'disabled', Codecs::boolean(), true),
        ];
    }
}
