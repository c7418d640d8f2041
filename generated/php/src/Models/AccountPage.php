<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A page of accounts. */
final class AccountPage extends Model
{
    public function __construct(
        /** @var list<Account> */
        public array $items,
        /** What `cursor` takes for the next page; null on the last one. */
        public ?string $next,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('items', 'items', Codecs::listOf(Codecs::model(Account::class)), true),
            new Member('next', 'next', Codecs::orNull(Codecs::text()), true),
        ];
    }
}
