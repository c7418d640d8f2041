<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** On ext-curl: streams in both directions, and keeps connections. */
final class CurlTransport implements Transport
{
    /** @var list<\CurlMultiHandle> each keeps the connections of what it did before */
    private array $free = [];

    /** @param bool|string $verify of the certificate: false for not at all, or a file of authorities */
    public function __construct(private readonly bool|string $verify = true)
    {
    }

    public function send(Request $request): Reply
    {
        $multi = array_pop($this->free) ?? curl_multi_init();
        $give = function (\CurlMultiHandle $multi): void {
            $this->free[] = $multi;
        };
        $reply = new CurlReply($multi, $request, $this->verify, $give);
        try {
            $reply->begin();
        } catch (\Throwable $error) {
            $reply->close();
            throw $error;
        }
        return $reply;
    }

    public function close(): void
    {
        $this->free = [];
    }
}
