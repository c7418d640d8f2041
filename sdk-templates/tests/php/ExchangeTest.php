<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Answered;
use A3dav\Client\CallOptions;
use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Errors\StatusException;
use A3dav\Client\Internal\Url;
use A3dav\Client\Logged;
use Psr\Log\AbstractLogger;

final class ExchangeTest extends ClientTestCase
{
    public function testCredentialsStayAtTheirOrigin(): void
    {
        $other = new Scripted([['body' => '{"name": "there"}']]);
        $place = ['Location' => "$other->url/elsewhere?a=1"];
        $this->serve([['status' => 302, 'headers' => $place]]);
        $found = $this->ask(options: new CallOptions(headers: ['Cookie' => 'a=b', 'Idempotency-Key' => 'k']));
        self::assertSame('there', $found->name);
        $arrived = $other->arrived()[0];
        self::assertSame('/elsewhere?a=1', $arrived->target);
        $secret = ['authorization' => 1, 'cookie' => 1, 'idempotency-key' => 1];
        self::assertSame([], array_intersect_key($arrived->headers, $secret));
        self::assertCount(3, array_intersect_key($this->server->arrived()[0]->headers, $secret));
    }

    public function testARedirectWithinTheOriginKeepsMethodAndBody(): void
    {
        $this->serve([['status' => 307, 'headers' => ['Location' => '/moved']], self::GOOD]);
        $this->ask('QUERY');
        $arrived = $this->server->arrived()[1];
        self::assertSame(
            ['QUERY', '/moved', '{"name":"sent"}', 'Bearer good'],
            [$arrived->method, $arrived->target, $arrived->body, $arrived->headers['authorization']],
        );
    }

    public function testSeeOtherIsAGet(): void
    {
        $this->serve([['status' => 303, 'headers' => ['Location' => 'moved']], self::GOOD]);
        $this->ask('QUERY');
        $arrived = $this->server->arrived()[1];
        self::assertSame(['GET', '/moved', ''], [$arrived->method, $arrived->target, $arrived->body]);
        self::assertArrayNotHasKey('content-type', $arrived->headers);
    }

    public function refused(): array
    {
        return [
            'of a write' => ['PUT', 'idempotent', '/moved', 1],
            'of one with a key' => ['POST', 'keyed', '/moved', 1],
            'of a QUERY to another origin' => ['QUERY', 'safe', 'http://127.0.0.1:1/', 1],
            'to a file' => ['GET', 'safe', 'file:///etc/passwd', 1],
            'to nowhere' => ['GET', 'safe', '', 1],
            'for ever' => ['GET', 'safe', '/things', 6],
        ];
    }

    /** @dataProvider refused */
    public function testARedirectIsNotFollowed(string $method, string $retry, string $place, int $sent): void
    {
        $this->serve([['status' => 308, 'headers' => ['Location' => $place]]]);
        $error = $this->failure(fn () => $this->ask($method, $retry));
        self::assertSame(['redirect', 308], [$error->errorCode, $error->status]);
        self::assertCount($sent, $this->server->arrived());
    }

    public function testARedirectFromHttpsToHttpIsNotFollowed(): void
    {
        $transport = new Canned('http://a.example/');
        $this->connect('https://a.example', ['transport' => $transport]);
        self::assertSame('redirect', $this->failure(fn () => $this->ask())->errorCode);
        self::assertSame(1, $transport->sent);
    }

    public function references(): array
    {
        return [
            ['http://a/b/c/d?q', 'g', 'http://a/b/c/g'], ['http://a/b/c/d?q', '?y', 'http://a/b/c/d?y'],
            ['http://a/b/c/d', '../../g', 'http://a/g'], ['http://a/b/c/d', '../../../g', 'http://a/g'],
            ['http://a/b/c/d', '//h/x', 'http://h/x'], ['http://a', 'g', 'http://a/g'],
            ['http://a/b/', './', 'http://a/b/'], ['http://a/b/c', '..', 'http://a/'],
            ['http://a/b/c', 'g#s', 'http://a/b/g'], ['http://a/b/c', '', 'http://a/b/c'],
        ];
    }

    /** @dataProvider references */
    public function testAReferenceIsResolved(string $base, string $reference, string $wanted): void
    {
        self::assertSame($wanted, Url::resolve($base, $reference));
    }

    public function testErrorsTellWhatTheServerSaid(): void
    {
        $body = '{"type": "/problems/x", "title": "No", "detail": "not so", "more": [1]}';
        $headers = ['Content-Type' => 'application/problem+json', 'X-Request-Id' => 'r1'];
        $this->serve([['status' => 422, 'body' => $body, 'headers' => $headers]]);
        $error = $this->failure(fn () => $this->ask());
        assert($error instanceof StatusException);
        self::assertSame(['unprocessable', 422, 'r1'], [$error->errorCode, $error->getCode(), $error->requestId()]);
        self::assertSame(['/problems/x', 'not so'], [$error->problem?->type(), $error->problem?->detail()]);
        self::assertSame([1], $error->problem?->members['more']);
    }

    public function testABodyOfAnErrorIsKeptUpTo64KiB(): void
    {
        $this->serve([['status' => 418, 'body' => str_repeat('x', 70_000)]]);
        $error = $this->failure(fn () => $this->ask());
        assert($error instanceof StatusException);
        self::assertSame(['client_error', 65_536], [$error->errorCode, strlen($error->body)]);
    }

    public function testALongAnswerIsRefused(): void
    {
        $this->serve([['body' => str_repeat(' ', 2000) . '{"name": "a"}']], ['maxBody' => 1000]);
        self::assertSame('decode', $this->failure(fn () => $this->ask())->errorCode);
    }

    public function testNothingSecretIsLogged(): void
    {
        $logger = new class extends AbstractLogger {
            public string $text = '';

            public function log($level, $message, array $context = []): void
            {
                $this->text .= "$message " . json_encode($context, JSON_UNESCAPED_SLASHES) . "\n";
            }
        };
        $told = [];
        $log = static function (Logged $one) use (&$told): void {
            $told[] = "$one->method $one->outcome $one->attempt";
        };
        $this->serve([['status' => 503], self::GOOD], ['logger' => $logger, 'log' => $log], 'hidden');
        $this->client->dav->get('/a?access_token=hidden&limit=5');
        self::assertSame(['GET 503 1', 'GET 200 2'], $told);
        self::assertStringNotContainsString('hidden', $logger->text);
        self::assertSame(2, substr_count($logger->text, '&limit=5'));
    }

    public function testTheAnswerIsToldToWhoAsks(): void
    {
        $this->serve([['status' => 503], ['headers' => ['ETag' => '"1"']] + self::GOOD]);
        $told = [];
        $this->ask(options: new CallOptions(onResponse: static function (Answered $one) use (&$told): void {
            $told = [$one->status, $one->attempts, $one->headers->get('ETag')];
        }));
        self::assertSame([200, 2, '"1"'], $told);
    }

    public function testTheEnvironmentHoldsUrlAndToken(): void
    {
        $server = new Scripted([self::GOOD]);
        putenv("A3DAV_URL=$server->url/below/");
        putenv('A3DAV_TOKEN=secret');
        (new Nowhere())->dav->get('/a');
        putenv('A3DAV_URL');
        putenv('A3DAV_TOKEN');
        $arrived = $server->arrived()[0];
        self::assertSame(['/below/a', 'Bearer secret'], [$arrived->target, $arrived->headers['authorization']]);
    }

    /**
     * @testWith [""]
     *           ["ftp://a"]
     *           ["http://"]
     *           ["https://alice:secret@a"]
     */
    public function testAWrongUrlIsRefused(string $url): void
    {
        $error = $this->failure(fn () => new Nowhere($url));
        self::assertInstanceOf(ConfigurationException::class, $error);
        self::assertStringNotContainsString('secret', $error->getMessage());
    }

    public function testAHeaderWithALineEndIsRefused(): void
    {
        $this->serve([self::GOOD]);
        $options = new CallOptions(headers: ['X-A' => "a\r\nX-B: c"]);
        self::assertSame('configuration', $this->failure(fn () => $this->ask(options: $options))->errorCode);
        self::assertSame([], $this->server->arrived());
    }
}
