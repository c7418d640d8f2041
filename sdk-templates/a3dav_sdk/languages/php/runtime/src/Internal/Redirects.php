<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Errors\RedirectException;

/** @internal Goes on at another place, or says why not. */
final class Redirects
{
    private const STATUSES = [301, 302, 303, 307, 308];
    private const MOST = 5;
    private const KEPT_HERE = ['authorization', 'cookie', 'idempotency-key'];

    public static function follows(Running $running, Answer $answer): bool
    {
        if (!in_array($answer->status, self::STATUSES, true)) {
            return false;
        }
        $place = $answer->headers->get('location');
        if ($running->asked->retry !== 'safe' || $place === '') {
            self::refuse('a redirect that is not followed', $running, $answer);
        }
        if (++$running->redirects > self::MOST) {
            self::refuse('more than ' . self::MOST . ' redirects', $running, $answer);
        }
        if ($answer->status === 303) {
            self::becomeGet($running);
        }
        self::move($running, $answer, Url::resolve($running->url, $place));
        return true;
    }

    private static function becomeGet(Running $running): void
    {
        $running->method = $running->method === 'HEAD' ? 'HEAD' : 'GET';
        $running->body = new Prepared();
        $isKept = static fn (string $name): bool => !str_starts_with($name, 'content-');
        $running->headers = array_filter($running->headers, $isKept, ARRAY_FILTER_USE_KEY);
    }

    private static function move(Running $running, Answer $answer, string $url): void
    {
        $from = strtolower(Url::parts($running->url)['scheme']);
        $to = strtolower(Url::parts($url)['scheme']);
        if (!in_array($to, ['http', 'https'], true) || ($from === 'https' && $to === 'http')) {
            self::refuse("a redirect from $from to $to", $running, $answer);
        }
        if (Url::origin($url) !== Url::origin($running->url)) {
            if (!in_array($running->method, ['GET', 'HEAD'], true)) {
                self::refuse('a redirect to another server', $running, $answer);
            }
            $running->headers = array_diff_key($running->headers, array_flip(self::KEPT_HERE));
        }
        $running->url = $url;
    }

    private static function refuse(string $said, Running $running, Answer $answer): never
    {
        throw new RedirectException($said, ...$running->told(), status: $answer->status);
    }
}
