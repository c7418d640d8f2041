<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class SetDisabledInput extends Model
{
    public function __construct(
        public bool $disabled,
        public string $principal,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('disabled', 'disabled', Codecs::boolean(), true),
            new Member('principal', 'principal', Codecs::text(), true),
        ];
    }
}
