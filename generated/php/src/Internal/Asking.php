<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\About;
use A3dav\Client\CallOptions;

/** @internal How a call and what it was given become a request. */
final class Asking
{
    /** @param array<string, mixed> $given by the keys of the parameters */
    public static function outgoing(Core $core, Call $call, array $given, mixed $body, ?CallOptions $options): Outgoing
    {
        $content = $call->body === null ? new Prepared() : Bodies::prepared($call->body, $body, $core->random(...));
        $written = new Parameters($call, $given);
        $headers = $written->headers() + $content->headers() + ['accept' => self::accepted($call->accept)];
        if ($call->retry === 'keyed') {
            $headers['idempotency-key'] = $options?->idempotencyKey ?? self::key($core);
        }
        $url = $core->base . About::BASE_PATH . $written->path() . $written->query();
        $streams = in_array($call->result, ['bytes', 'events', 'lines'], true);
        return new Outgoing($call->method, $url, $call->retry, $headers, $content, $options, $streams);
    }

    private static function accepted(string $type): string
    {
        return match (true) {
            $type === '' => 'application/json',
            str_ends_with($type, 'json') => $type,
            default => "$type, application/problem+json;q=0.5",
        };
    }

    private static function key(Core $core): string
    {
        $digits = '';
        for ($number = 0; $number < 32; $number++) {
            $digits .= dechex((int) floor(16 * $core->random()));
        }
        return $digits;
    }
}
