<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Why nothing was changed, and which part of the input is to blame. */
final class RetryMessageErrors extends Model
{
    public function __construct(
        public GraphErrorCode|string $code,
        public ?string $field,
        public string $message,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('code', 'code', Codecs::textEnum(GraphErrorCode::class), true),
            new Member('field', 'field', Codecs::orNull(Codecs::text()), true),
            new Member('message', 'message', Codecs::text(), true),
        ];
    }
}
