<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

use GuzzleHttp\ClientInterface as Guzzle;
use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Client\NetworkExceptionInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamFactoryInterface;

/**
 * On any client of PSR-18, which should follow no redirects.
 *
 * Guzzle is told the time that is left; of others, set the timeouts in the client itself.
 */
final class Psr18Transport implements Transport
{
    public function __construct(
        private readonly ClientInterface $client,
        private readonly RequestFactoryInterface $requests,
        private readonly StreamFactoryInterface $streams,
    ) {
    }

    public function send(Request $request): Reply
    {
        try {
            return new Psr18Reply($this->asked($request), $request->method);
        } catch (NetworkExceptionInterface | ClientExceptionInterface $error) {
            $late = preg_match('/\b(timed out|timeout)\b/i', $error->getMessage());
            $connecting = preg_match('/\b(connect|resolv)/i', $error->getMessage());
            throw $late && !$connecting ? new Late($error->getMessage()) : new Cut($error->getMessage());
        }
    }

    public function close(): void
    {
    }

    private function asked(Request $request): ResponseInterface
    {
        if (!$this->client instanceof Guzzle) {
            return $this->client->sendRequest($this->message($request));
        }
        return $this->client->send($this->message($request), [
            'allow_redirects' => false,
            'http_errors' => false,
            'cookies' => false,
            'stream' => $request->streams,
            'timeout' => $request->streams ? 0 : $request->seconds,
            'read_timeout' => $request->idleSeconds,
            'connect_timeout' => min($request->connectSeconds, $request->seconds),
        ]);
    }

    private function message(Request $request): RequestInterface
    {
        $message = $this->requests->createRequest($request->method, $request->url);
        foreach ($request->headers as $name => $value) {
            $message = $message->withHeader($name, $value);
        }
        if ($request->body === null) {
            return $message;
        }
        $body = is_string($request->body) ? $this->streams->createStream($request->body) : $this->spooled($request);
        return $message->withBody($body);
    }

    private function spooled(Request $request): \Psr\Http\Message\StreamInterface
    {
        $file = fopen('php://temp/maxmemory:2097152', 'w+b') ?: throw new Cut('no room for the body');
        foreach (is_string($request->body) ? [] : $request->body ?? [] as $piece) {
            fwrite($file, $piece);
        }
        rewind($file);
        return $this->streams->createStreamFromResource($file);
    }
}
