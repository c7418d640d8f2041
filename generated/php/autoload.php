<?php

declare(strict_types=1);

// For who does not use Composer.
spl_autoload_register(static function (string $class): void {
    $prefix = 'A3dav\\Client\\';
    if (str_starts_with($class, $prefix)) {
        $file = __DIR__ . '/src/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (is_file($file)) {
            require $file;
        }
    }
});
