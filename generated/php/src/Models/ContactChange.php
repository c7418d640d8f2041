<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What a contact is to be. */
final class ContactChange extends Model
{
    public function __construct(
        /**
         * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and
         * are told.
         */
        public JsContact $data,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('data', 'data', Codecs::model(JsContact::class), true),
        ];
    }
}
