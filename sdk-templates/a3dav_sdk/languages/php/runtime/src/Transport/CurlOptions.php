<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** A request in the words of curl. */
final class CurlOptions
{
    public function __construct(private readonly Request $request, private readonly bool|string $verify)
    {
    }

    /**
     * @param \Closure(\CurlHandle, string): int $head
     * @param \Closure(\CurlHandle, string): int $take
     */
    public function handle(\Closure $head, \Closure $take): \CurlHandle
    {
        $request = $this->request;
        $curl = curl_init();
        curl_setopt_array($curl, [
            CURLOPT_URL => $request->url,
            CURLOPT_CUSTOMREQUEST => $request->method,
            CURLOPT_NOBODY => $request->method === 'HEAD',
            CURLOPT_HTTPHEADER => $this->headers(),
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_CONNECTTIMEOUT_MS => max(1, (int) (min($request->connectSeconds, $request->seconds) * 1000)),
            CURLOPT_FRESH_CONNECT => !$request->mayReuse,
            CURLOPT_SSL_VERIFYPEER => $this->verify !== false,
            CURLOPT_SSL_VERIFYHOST => $this->verify !== false ? 2 : 0,
            CURLOPT_HEADERFUNCTION => $head,
            CURLOPT_WRITEFUNCTION => $take,
        ]);
        if (is_string($this->verify)) {
            curl_setopt($curl, CURLOPT_CAINFO, $this->verify);
        }
        if (!$request->streams) {
            curl_setopt($curl, CURLOPT_ENCODING, '');
        }
        $this->body($curl);
        return $curl;
    }

    /** @return list<string> */
    private function headers(): array
    {
        $lines = ['Expect:'];
        foreach ($this->request->headers + ['accept' => null, 'content-type' => null] as $name => $value) {
            $lines[] = $value === null ? "$name:" : ($value === '' ? "$name;" : "$name: $value");
        }
        return $lines;
    }

    private function body(\CurlHandle $curl): void
    {
        $body = $this->request->body;
        if (is_string($body)) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
        } elseif ($body !== null) {
            curl_setopt($curl, CURLOPT_UPLOAD, true);
            curl_setopt($curl, CURLOPT_CUSTOMREQUEST, $this->request->method);
            if ($this->request->length !== null) {
                curl_setopt($curl, CURLOPT_INFILESIZE, $this->request->length);
            }
            curl_setopt($curl, CURLOPT_READFUNCTION, self::reader($body));
        }
    }

    /**
     * @param iterable<string> $pieces
     * @return \Closure(\CurlHandle, mixed, int): string
     */
    private static function reader(iterable $pieces): \Closure
    {
        $iterator = (static fn () => yield from $pieces)();
        $rest = '';
        return static function (\CurlHandle $curl, mixed $stream, int $length) use ($iterator, &$rest): string {
            while ($rest === '' && $iterator->valid()) {
                $rest = $iterator->current();
                $iterator->next();
            }
            [$piece, $rest] = [substr($rest, 0, $length), substr($rest, $length)];
            return $piece;
        };
    }
}
