<?php

declare(strict_types=1);

// Loads every class of a rendered package, and what each says of itself: what PHP complains of ends it.

namespace A3dav\Tests;

set_error_handler(static function (int $level, string $message, string $file, int $line): never {
    throw new \ErrorException($message, 0, $level, $file, $line);
});

$root = $argv[1];
require "$root/autoload.php";

$composer = json_decode((string) file_get_contents("$root/composer.json"), true, 16, JSON_THROW_ON_ERROR);
$namespace = array_key_first($composer['autoload']['psr-4']);
$files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator("$root/src", \FilesystemIterator::SKIP_DOTS));
$loaded = 0;
foreach ($files as $file) {
    $name = $namespace . strtr(substr((string) $file, strlen("$root/src/"), -4), '/', '\\');
    if (!class_exists($name) && !interface_exists($name)) {
        throw new \LogicException("$name is not in $file");
    }
    foreach (['members', 'codec'] as $said) {
        $method = method_exists($name, $said) ? new \ReflectionMethod($name, $said) : null;
        if ($method !== null && !$method->isAbstract() && $method->getNumberOfRequiredParameters() === 0) {
            $method->invoke(null);
        }
    }
    $loaded++;
}
echo "$loaded classes\n";
