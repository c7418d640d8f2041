<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Logged;

/** @internal Tells who wants to know what was asked; nothing secret gets there. */
final class Journal
{
    public static function note(Running $running, string $outcome, float $seconds): void
    {
        $options = $running->core->options;
        if ($options->log === null && $options->logger === null) {
            return;
        }
        $url = Url::redacted($running->url);
        $logged = new Logged($running->method, $url, $outcome, $running->attempts, $seconds);
        if ($options->log !== null) {
            ($options->log)($logged);
        }
        $options->logger?->debug('{method} {url}: {outcome}, attempt {attempt}', get_object_vars($logged));
    }
}
