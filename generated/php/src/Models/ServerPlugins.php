<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** A part of the server. */
final class ServerPlugins extends Model
{
    public function __construct(
        public string $name,
        public string $version,
        public bool $enabled,
        /** Where it comes from; empty for what is built in. */
        public string $distribution,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('name', 'name', Codecs::text(), true),
            new Member('version', 'version', Codecs::text(), true),
            new Member('enabled', 'enabled', Codecs::boolean(), true),
            new Member('distribution', 'distribution', Codecs::text(), true),
        ];
    }
}
