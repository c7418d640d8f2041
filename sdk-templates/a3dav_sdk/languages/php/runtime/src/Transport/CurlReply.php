<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

use A3dav\Client\Errors\ConfigurationException;

/** One transfer, which goes on only while somebody reads. */
final class CurlReply implements Reply
{
    private const WAIT = 0.1;

    private readonly \CurlHandle $curl;
    private readonly float $began;
    private int $status = 0;
    /** @var list<array{string, string}> */
    private array $lines = [];
    private ?Headers $headers = null;
    private string $buffer = '';
    private ?int $result = null;
    private bool $isClosed = false;

    /** @param \Closure(\CurlMultiHandle): void $give takes the handle back */
    public function __construct(
        private readonly \CurlMultiHandle $multi,
        private readonly Request $request,
        bool|string $verify,
        private readonly \Closure $give,
    ) {
        $this->began = hrtime(true) / 1e9;
        $this->curl = (new CurlOptions($request, $verify))->handle($this->head(...), $this->take(...));
        curl_multi_add_handle($multi, $this->curl);
    }

    /** Up to the end of the headers. */
    public function begin(): void
    {
        $until = $this->began + $this->request->seconds;
        while ($this->headers === null) {
            if ($this->result !== null) {
                throw $this->failure($until);
            }
            $this->turn($until);
        }
    }

    public function status(): int
    {
        return $this->status;
    }

    public function headers(): Headers
    {
        return $this->headers ?? new Headers();
    }

    public function read(): ?string
    {
        $now = hrtime(true) / 1e9;
        $until = $this->request->streams ? $now + $this->request->idleSeconds : $this->began + $this->request->seconds;
        while ($this->buffer === '' && $this->result === null && !$this->isClosed) {
            $this->turn($until);
        }
        if ($this->buffer === '' && ($this->result ?? CURLE_OK) !== CURLE_OK) {
            throw $this->failure($until);
        }
        $piece = $this->buffer;
        $this->buffer = '';
        return $piece === '' ? null : $piece;
    }

    public function close(): void
    {
        if (!$this->isClosed) {
            $this->isClosed = true;
            curl_multi_remove_handle($this->multi, $this->curl);
            ($this->give)($this->multi);
        }
    }

    private function turn(float $until): void
    {
        if ($this->request->isCancelled !== null && ($this->request->isCancelled)()) {
            throw new Stopped('the call was cancelled');
        }
        curl_multi_exec($this->multi, $running);
        while ($done = curl_multi_info_read($this->multi)) {
            $this->result = $done['result'];
        }
        if ($this->result !== null || $this->buffer !== '') {
            return;
        }
        $left = $until - hrtime(true) / 1e9;
        if ($left <= 0) {
            throw new Late('the time ran out');
        }
        if (curl_multi_select($this->multi, min($left, self::WAIT)) === -1) {
            usleep(1000);
        }
    }

    private function failure(float $until): \RuntimeException
    {
        $said = curl_error($this->curl) ?: curl_strerror($this->result ?? 0) ?? 'no answer';
        return match ($this->result) {
            CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT => new ConfigurationException($said),
            CURLE_OPERATION_TIMEOUTED => hrtime(true) / 1e9 >= $until ? new Late($said) : new Cut($said),
            default => new Cut($said),
        };
    }

    private function head(\CurlHandle $curl, string $line): int
    {
        if ($this->headers === null) {
            $text = rtrim($line, "\r\n");
            if (preg_match('~^HTTP/\S+ (\d{3})~', $text, $match)) {
                [$this->status, $this->lines] = [(int) $match[1], []];
            } elseif ($text === '' && $this->status >= 200) {
                $this->headers = new Headers($this->lines);
            } elseif (str_contains($text, ':')) {
                [$name, $value] = explode(':', $text, 2);
                $this->lines[] = [trim($name), trim($value)];
            }
        }
        return strlen($line);
    }

    private function take(\CurlHandle $curl, string $data): int
    {
        $this->buffer .= $data;
        return strlen($data);
    }
}
