<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

final class MessageInput extends Model
{
    public function __construct(
        public string $message,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('message', 'message', Codecs::text(), true),
        ];
    }
}
