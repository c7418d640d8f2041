<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

use Psr\Http\Message\ResponseInterface;

/** An answer of a client of PSR-18. */
final class Psr18Reply implements Reply
{
    private const PIECE = 65536;

    private readonly Headers $headers;
    private ?int $missing;

    public function __construct(private readonly ResponseInterface $response, string $method)
    {
        $pairs = [];
        foreach ($response->getHeaders() as $name => $values) {
            $pairs[] = [(string) $name, implode(', ', $values)];
        }
        $this->headers = new Headers($pairs);
        $length = $this->headers->get('content-length');
        $hasBody = $method !== 'HEAD' && !in_array($response->getStatusCode(), [204, 304], true);
        $isPlain = $hasBody && ctype_digit($length) && $this->headers->get('content-encoding') === '';
        $this->missing = $isPlain ? (int) $length : null;
    }

    public function status(): int
    {
        return $this->response->getStatusCode();
    }

    public function headers(): Headers
    {
        return $this->headers;
    }

    public function read(): ?string
    {
        try {
            $body = $this->response->getBody();
            $piece = $body->eof() ? '' : $body->read(self::PIECE);
        } catch (\RuntimeException $error) {
            throw new Cut($error->getMessage(), 0, $error);
        }
        if ($piece === '' && ($this->missing ?? 0) > 0) {
            throw new Cut("the answer ends $this->missing bytes early");
        }
        if ($this->missing !== null) {
            $this->missing -= strlen($piece);
        }
        return $piece === '' ? null : $piece;
    }

    public function close(): void
    {
        $this->response->getBody()->close();
    }
}
