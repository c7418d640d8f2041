<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Auth\Auth;
use A3dav\Client\CallOptions;
use A3dav\Client\ClientOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Errors\ClientException;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use PHPUnit\Framework\TestCase;

/** A client against a script, with a clock of its own. */
abstract class ClientTestCase extends TestCase
{
    protected const GOOD = ['body' => '{"name": "a"}', 'headers' => ['Content-Type' => 'application/json']];

    protected Scripted $server;
    protected Ticking $clock;
    protected Nowhere $client;

    /** @param array<string, mixed> $options */
    protected function serve(array $answers, array $options = [], Auth|string $auth = 'good'): void
    {
        $this->server = new Scripted($answers);
        $this->connect($this->server->url, $options, $auth);
    }

    /** @param array<string, mixed> $options */
    protected function connect(string $url, array $options = [], Auth|string $auth = 'good'): void
    {
        $this->clock = new Ticking();
        $options += ['clock' => $this->clock, 'random' => static fn (): float => 0.5];
        $this->client = new Nowhere($url, $auth, new ClientOptions(...$options));
    }

    protected function caller(): Caller
    {
        return new Caller($this->client->core());
    }

    protected function ask(string $method = 'GET', string $retry = 'safe', ?CallOptions $options = null): mixed
    {
        $body = $method === 'GET' ? null : ['json', 'application/json', Codecs::any()];
        $call = new Call(
            'things.get',
            $method,
            '/things',
            $retry,
            'json',
            'application/json',
            Codecs::model(Thing::class),
            body: $body,
        );
        return $this->caller()->call($call, [], $body === null ? null : new Thing('sent'), $options);
    }

    protected function failure(\Closure $asked): ClientException
    {
        try {
            $asked();
        } catch (ClientException $error) {
            return $error;
        }
        self::fail('nothing failed');
    }
}
