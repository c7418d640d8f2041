<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A password to set. */
final class NewPassword extends Model
{
    public function __construct(
        /** The new one. */
        public string $password,
        /** The one that counts now. */
        public ?string $oldPassword = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('oldPassword', 'oldPassword', Codecs::text()),
            new Member('password', 'password', Codecs::text(), true),
        ];
    }
}
