<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class CreateAppPassword extends Model
{
    public function __construct(
        public ?CreateAppPasswordNewAppPassword $newAppPassword,
        /** @var list<CreateAppPasswordErrors> */
        public array $errors,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member(
                'newAppPassword',
                'newAppPassword',
                Codecs::orNull(Codecs::model(CreateAppPasswordNewAppPassword::class)),
                true,
            ),
            new Member('errors', 'errors', Codecs::listOf(Codecs::model(CreateAppPasswordErrors::class)), true),
        ];
    }
}
