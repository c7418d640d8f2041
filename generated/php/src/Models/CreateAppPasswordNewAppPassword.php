<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** An app password, which is told this once. */
final class CreateAppPasswordNewAppPassword extends Model
{
    public function __construct(
        public string $label,
        public string $secret,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('label', 'label', Codecs::text(), true),
            new Member('secret', 'secret', Codecs::text(), true),
        ];
    }
}
