<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A page of webhooks. */
final class WebhookPage extends Model
{
    public function __construct(
        /** @var list<Webhook> The webhooks. */
        public array $items,
        /** Null; there is one page. */
        public ?string $next,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('items', 'items', Codecs::listOf(Codecs::model(Webhook::class)), true),
            new Member('next', 'next', Codecs::orNull(Codecs::text()), true),
        ];
    }
}
