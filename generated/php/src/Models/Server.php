<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What runs here. */
final class Server extends Model
{
    public function __construct(
        public string $version,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('version', 'version', Codecs::text(), true),
        ];
    }
}
