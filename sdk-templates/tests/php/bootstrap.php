<?php

declare(strict_types=1);

const RUNTIME = __DIR__ . '/../../a3dav_sdk/languages/php/runtime';

require RUNTIME . '/autoload.php';
foreach (glob(__DIR__ . '/stubs/*.php') as $file) {
    spl_autoload_register(static function (string $class) use ($file): void {
        $name = basename($file, '.php');
        if (in_array($class, ["A3dav\\Client\\$name", "A3dav\\Client\\Tests\\$name"], true)) {
            require_once $file;
        }
    });
}
foreach (['GuzzleHttp/autoload.php', 'Psr/Log/autoload.php'] as $file) {
    if (stream_resolve_include_path($file)) {
        require_once $file;
    }
}
