<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\CallOptions;
use A3dav\Client\Download;
use A3dav\Client\EventStream;
use A3dav\Client\LineStream;
use A3dav\Client\Pages;
use A3dav\Client\Text;

/** @internal What the methods of services do. */
final class Caller
{
    public function __construct(private readonly Core $core)
    {
    }

    /** @param array<string, mixed> $given */
    public function call(Call $call, array $given, mixed $body, ?CallOptions $options): mixed
    {
        $answer = $this->answer($call, $given, $body, $options);
        if ($call->result === 'none' || ($call->optional && ($answer->status === 204 || $answer->body === ''))) {
            return null;
        }
        if ($call->result === 'text') {
            $headers = $answer->headers;
            return new Text($answer->text(), $headers->get('etag'), $headers->get('content-type'));
        }
        return $answer->reading(static fn (string $text): mixed => $call->codec->read(Json::read($text), ''));
    }

    /** @param array<string, mixed> $given */
    public function pages(Call $call, array $given, mixed $body, ?CallOptions $options): Pages
    {
        return new Pages(
            fn (array $cursor): Answer => $this->answer($call, $cursor + $given, $body, $options),
            $call,
        );
    }

    /** @param array<string, mixed> $given */
    public function download(Call $call, array $given, mixed $body, ?CallOptions $options): Download
    {
        return new Download($this->answer($call, $given, $body, $options));
    }

    /** @param array<string, mixed> $given */
    public function lines(Call $call, array $given, mixed $body, ?CallOptions $options): LineStream
    {
        return new LineStream($this->download($call, $given, $body, $options), $call->codec);
    }

    /** @param array<string, mixed> $given */
    public function events(Call $call, array $given, mixed $body, ?CallOptions $options): EventStream
    {
        $asked = Asking::outgoing($this->core, $call, $given, $body, $options);
        return new EventStream(new Following($this->core, $asked, $call->codec));
    }

    /** @param array<string, mixed> $given */
    private function answer(Call $call, array $given, mixed $body, ?CallOptions $options): Answer
    {
        return Exchange::run($this->core, Asking::outgoing($this->core, $call, $given, $body, $options));
    }
}
