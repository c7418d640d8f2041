<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class RevokeAppPassword extends Model
{
    public function __construct(
        public bool $done,
        /** @var list<RevokeAppPasswordErrors> */
        public array $errors,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('done', 'done', Codecs::boolean(), true),
            new Member('errors', 'errors', Codecs::listOf(Codecs::model(RevokeAppPasswordErrors::class)), true),
        ];
    }
}
