<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Transport\Psr18Transport;
use A3dav\Client\Upload;
use GuzzleHttp\Client;
use GuzzleHttp\Psr7\HttpFactory;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

/** The same client on what others made. */
final class GuzzleTest extends ClientTestCase
{
    protected function serve(array $answers, array $options = [], mixed $auth = 'good'): void
    {
        $factory = new HttpFactory();
        $transport = new Psr18Transport(new Client(), $factory, $factory);
        parent::serve($answers, ['transport' => $transport] + $options, $auth);
    }

    public function testARequestIsSentAgainAndAnswered(): void
    {
        $this->serve([['status' => 503], ['close' => true], self::GOOD]);
        self::assertSame('a', $this->ask('QUERY')->name);
        $arrived = $this->server->arrived();
        self::assertSame(['QUERY', '{"name":"sent"}', 'tests/0'], [
            $arrived[2]->method,
            $arrived[2]->body,
            $arrived[2]->headers['user-agent'],
        ]);
    }

    public function testAnAnswerCutShortIsSentAgain(): void
    {
        $this->serve([['body' => '{', 'headers' => ['Content-Length' => '9'], 'cut' => true], self::GOOD]);
        self::assertSame('a', $this->ask()->name);
    }

    public function testASlowAnswerIsATimeout(): void
    {
        $this->serve([['stall' => true]], ['timeout' => 0.1]);
        self::assertSame('timeout', $this->failure(fn () => $this->ask())->errorCode);
    }

    public function testADownloadStreamsAndACutOneIsAnError(): void
    {
        $this->serve([['body' => 'abc', 'headers' => ['Content-Length' => '6'], 'cut' => true]]);
        $found = $this->client->dav->download('/file');
        self::assertSame('connection', $this->failure(static fn () => $found->read())->errorCode);
    }

    public function testAnUploadInPiecesArrives(): void
    {
        $this->serve([['status' => 201]]);
        $this->client->dav->put('/a', Upload::pieces(['ab', 'c']));
        self::assertSame('abc', $this->server->arrived()[0]->body);
    }

    public function testRedirectsAreOurs(): void
    {
        $this->serve([['status' => 302, 'headers' => ['Location' => '/b']], self::GOOD]);
        $error = $this->failure(fn () => $this->ask('PUT', 'idempotent'));
        self::assertSame('redirect', $error->errorCode);
        self::assertCount(1, $this->server->arrived());
    }

    public function testAnyOtherClientOfPsr18Does(): void
    {
        $plain = new class implements ClientInterface {
            public function sendRequest(RequestInterface $request): ResponseInterface
            {
                return (new HttpFactory())->createResponse()->withBody(
                    (new HttpFactory())->createStream($request->getMethod() . ' ' . $request->getUri()->getPath()),
                );
            }
        };
        $factory = new HttpFactory();
        $this->connect('http://a.example', ['transport' => new Psr18Transport($plain, $factory, $factory)]);
        self::assertSame('GET /a', $this->client->dav->get('/a')->text);
    }
}
