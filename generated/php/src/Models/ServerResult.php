<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
final class ServerResult extends Model
{
    public function __construct(
        public Server $server,
        /** @var list<ServerPlugins> */
        public array $plugins,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('server', 'server', Codecs::model(Server::class), true),
            new Member('plugins', 'plugins', Codecs::listOf(Codecs::model(ServerPlugins::class)), true),
        ];
    }
}
