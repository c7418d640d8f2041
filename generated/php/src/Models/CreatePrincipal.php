<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class CreatePrincipal extends Model
{
    public function __construct(
        public ?CreatePrincipal2 $principal,
        /** @var list<CreatePrincipalErrors> */
        public array $errors,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('principal', 'principal', Codecs::orNull(Codecs::model(CreatePrincipal2::class)), true),
            new Member('errors', 'errors', Codecs::listOf(Codecs::model(CreatePrincipalErrors::class)), true),
        ];
    }
}
