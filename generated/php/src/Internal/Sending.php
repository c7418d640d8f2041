<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Transport\Late;
use A3dav\Client\Transport\Reply;
use A3dav\Client\Transport\Request;

/** @internal One request and its answer. */
final class Sending
{
    public static function send(Running $running): Answer
    {
        $core = $running->core;
        $running->credentials = [];
        if ($running->asked->isAuthorized && Url::origin($running->url) === Url::origin($core->base)) {
            $running->credentials = $core->auth->headers($core);
        }
        if ($running->left() <= 0) {
            throw new Late('the time ran out');
        }
        $reply = $core->transport()->send(self::request($running));
        $streams = $running->asked->streams && $reply->status() < 300;
        $body = $streams ? '' : self::body($running, $reply);
        $open = $streams ? $reply : null;
        $place = [$running->attempts, $running->method, $running->url];
        return new Answer($reply->status(), $reply->headers(), $body, $open, ...$place);
    }

    private static function request(Running $running): Request
    {
        return new Request(
            $running->method,
            $running->url,
            $running->credentials + $running->headers,
            $running->body->open(),
            $running->body->length(),
            $running->left(),
            $running->core->options->connectTimeout,
            $running->asked->streams,
            $running->timeout,
            $running->asked->retry === 'safe',
            $running->asked->options->isCancelled,
        );
    }

    private static function body(Running $running, Reply $reply): string
    {
        $most = $running->core->options->maxBody;
        $body = '';
        try {
            while (($piece = $reply->read()) !== null) {
                $body .= $piece;
                if (strlen($body) > $most) {
                    throw new DecodeException("the answer is longer than $most bytes", ...$running->told());
                }
            }
        } finally {
            $reply->close();
        }
        return $body;
    }
}
