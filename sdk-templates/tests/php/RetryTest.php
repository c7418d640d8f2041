<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\CallOptions;
use A3dav\Client\Errors\ClientException;
use A3dav\Client\Errors\PreconditionFailedException;
use A3dav\Client\Upload;

final class RetryTest extends ClientTestCase
{
    public function classes(): array
    {
        return [
            'a safe one behind 503' => ['GET', 'safe', ['status' => 503], 2],
            'a safe one behind 408' => ['GET', 'safe', ['status' => 408], 2],
            'a safe one behind 429' => ['QUERY', 'safe', ['status' => 429], 2],
            'a safe one behind 502' => ['GET', 'safe', ['status' => 502], 2],
            'a safe one behind 504' => ['GET', 'safe', ['status' => 504], 2],
            'a safe one without an answer' => ['GET', 'safe', ['close' => true], 2],
            'a safe one behind a body cut short' => ['GET', 'safe', self::cut(), 2],
            'a safe one behind chunks cut short' => ['GET', 'safe', ['chunks' => ['{'], 'cut' => true], 2],
            'a safe one, but not behind 500' => ['GET', 'safe', ['status' => 500], 1],
            'a safe one, but not behind 404' => ['GET', 'safe', ['status' => 404], 1],
            'a safe one, but not behind bad JSON' => ['GET', 'safe', ['body' => '{"name"'], 1],
            'an idempotent one' => ['PUT', 'idempotent', ['close' => true], 2],
            'one with a key' => ['POST', 'keyed', ['close' => true], 2],
            'no other' => ['POST', 'never', ['status' => 503], 1],
            'no other that had no answer, too' => ['PATCH', 'never', ['close' => true], 1],
        ];
    }

    /** @dataProvider classes */
    public function testARequestIsSentAgainAsItsClassSays(string $method, string $retry, array $first, int $sent): void
    {
        $this->serve([$first, self::GOOD]);
        try {
            $this->ask($method, $retry);
        } catch (ClientException) {
        }
        self::assertCount($sent, $this->server->arrived());
    }

    private static function cut(): array
    {
        return ['body' => '{"name": "a', 'headers' => ['Content-Length' => '100'], 'cut' => true];
    }

    public function testAKeptConnectionThatBreaksIsNoSilentSecondAttemptOfAWrite(): void
    {
        $this->serve([self::GOOD, ['close' => true]], ['retries' => 0]);
        $this->ask('POST', 'keyed');
        $error = $this->failure(fn () => $this->ask('POST', 'keyed'));
        self::assertSame('connection', $error->errorCode);
        self::assertCount(2, $this->server->arrived());
    }

    public function testConnectionsAreKeptForWhatMayBeSentTwice(): void
    {
        $this->serve([self::GOOD]);
        $this->ask();
        $this->ask();
        $this->ask('POST', 'never');
        [$first, $second, $third] = array_column($this->server->arrived(), 'peer');
        self::assertSame($first, $second);
        self::assertNotSame($second, $third);
    }

    public function testTheKeyIsTheSameOnEachAttempt(): void
    {
        $this->serve([['status' => 503], ['close' => true], self::GOOD]);
        $this->ask('POST', 'keyed');
        $keys = array_map(static fn (Arrived $one): string => $one->headers['idempotency-key'], $this->server->arrived());
        self::assertSame(array_fill(0, 3, str_repeat('8', 32)), $keys);
    }

    public function testDelaysGrowAndAreBounded(): void
    {
        $this->serve([['status' => 503]], ['retries' => 6]);
        self::assertSame(7, $this->failure(fn () => $this->ask())->attempts);
        self::assertSame([0.375, 0.75, 1.5, 3.0, 6.0, 6.0], $this->clock->sleeps);
    }

    public function waits(): array
    {
        return [
            ['7', [7.0]], ['0', []], ['59', [59.0]], ['Thu, 01 Jan 2026 00:00:09 GMT', [9.0]],
            ['Thursday, 01-Jan-26 00:00:09 GMT', [9.0]], ['Thu Jan  1 00:00:09 2026', [9.0]],
            ['Wed, 31 Dec 2025 23:59:59 GMT', [0.375]], ['-3', [0.375]], ['soon', [0.375]],
            ['Mon, 01 Jan 2026 00:00:09 GMT', [9.0]], ['Thu, 32 Jan 2026 00:00:09 GMT', [0.375]],
            ['1.5', [0.375]],
        ];
    }

    /** @dataProvider waits */
    public function testRetryAfterReplacesTheDelay(string $told, array $sleeps): void
    {
        $this->serve([['status' => 429, 'headers' => ['Retry-After' => $told]], self::GOOD]);
        $this->ask();
        self::assertSame($sleeps, $this->clock->sleeps);
    }

    /**
     * @testWith ["61"]
     *           ["99999999999999999999"]
     *           ["Thu, 01 Jan 2026 00:01:01 GMT"]
     */
    public function testALongRetryAfterIsAnErrorAtOnce(string $told): void
    {
        $this->serve([['status' => 503, 'headers' => ['Retry-After' => $told]]], ['timeout' => 9000.0]);
        $error = $this->failure(fn () => $this->ask());
        self::assertSame(['unavailable', 1, []], [$error->errorCode, $error->attempts, $this->clock->sleeps]);
    }

    public function testAFailedPreconditionOfARetryTellsItsAttempts(): void
    {
        $this->serve([['close' => true], ['status' => 412]]);
        $error = $this->failure(fn () => $this->ask('PUT', 'idempotent'));
        self::assertInstanceOf(PreconditionFailedException::class, $error);
        self::assertSame(2, $error->attempts);
    }

    public function testABodyThatWasReadIsNotSentAgain(): void
    {
        $this->serve([['status' => 503]]);
        $error = $this->failure(fn () => $this->client->dav->put('/a', Upload::pieces(['ab', 'c'])));
        self::assertSame('unavailable', $error->errorCode);
        self::assertSame(['abc'], array_column($this->server->arrived(), 'body'));
    }

    public function testAFileIsSentAgain(): void
    {
        $file = tempnam(sys_get_temp_dir(), 'php-sdk');
        file_put_contents($file, str_repeat('x', 300_000));
        $this->serve([['status' => 503], ['status' => 201, 'headers' => ['ETag' => '"1"']]]);
        self::assertSame('"1"', $this->client->dav->put('/a', Upload::file($file), create: true));
        unlink($file);
        $arrived = $this->server->arrived();
        self::assertSame([300_000, 300_000], array_map(static fn (Arrived $one) => strlen($one->body), $arrived));
        self::assertSame(['300000', '*'], [
            $arrived[1]->headers['content-length'],
            $arrived[1]->headers['if-none-match'],
        ]);
    }

    public function testAStreamThatCanBeRewoundIsSentAgainFromWhereItStood(): void
    {
        $stream = fopen('php://memory', 'w+b');
        fwrite($stream, 'skipped and sent');
        fseek($stream, 12);
        $this->serve([['status' => 503], ['status' => 201]]);
        $this->client->dav->put('/a', Upload::stream($stream));
        self::assertSame(['sent', 'sent'], array_column($this->server->arrived(), 'body'));
    }

    public function testASlowAnswerIsATimeoutAndNotSentAgain(): void
    {
        $this->serve([['stall' => true]], ['timeout' => 0.05]);
        $error = $this->failure(fn () => $this->ask());
        self::assertSame(['timeout', 1, []], [$error->errorCode, $error->attempts, $this->clock->sleeps]);
    }

    public function testADelayThatWouldNotEndInTimeIsNotBegun(): void
    {
        $this->serve([['status' => 503, 'headers' => ['Retry-After' => '20']]], ['timeout' => 20.0]);
        self::assertSame(1, $this->failure(fn () => $this->ask())->attempts);
        self::assertSame([], $this->clock->sleeps);
    }

    public function testWhoStopsTheCallGetsCancelledAndNoRetry(): void
    {
        $this->serve([['stall' => true]]);
        $asked = 0;
        $options = new CallOptions(isCancelled: static function () use (&$asked): bool {
            return ++$asked > 3;
        });
        self::assertSame('cancelled', $this->failure(fn () => $this->ask(options: $options))->errorCode);
    }

    public function testNobodyThereIsAnErrorOfTheConnection(): void
    {
        $this->connect('http://127.0.0.1:1', ['retries' => 1]);
        $error = $this->failure(fn () => $this->ask());
        self::assertSame(['connection', 2], [$error->errorCode, $error->attempts]);
    }

    public function testWhatIsSetForOneCallIsForThatCall(): void
    {
        $this->serve([['status' => 503], self::GOOD]);
        $options = new CallOptions(retries: 0, requestId: 'r-1', headers: ['X-More' => 'yes']);
        self::assertSame(1, $this->failure(fn () => $this->ask(options: $options))->attempts);
        $headers = $this->server->arrived()[0]->headers;
        self::assertSame(['r-1', 'yes'], [$headers['x-request-id'], $headers['x-more']]);
    }
}
