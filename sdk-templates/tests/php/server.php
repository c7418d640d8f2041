<?php

declare(strict_types=1);

// Answers as it is told in its standard input, prints its port, and appends a line of JSON for each request to a file.

/** @var list<array<string, mixed>> $answers */
$answers = json_decode((string) stream_get_contents(STDIN), true, 32, JSON_THROW_ON_ERROR);
$listening = stream_socket_server('tcp://127.0.0.1:0') ?: exit(1);
echo explode(':', (string) stream_socket_get_name($listening, false))[1], "\n";
$open = [];
$number = 0;
while (true) {
    $ready = [$listening, ...$open];
    $none = null;
    stream_select($ready, $none, $none, 60);
    foreach ($ready as $one) {
        if ($one === $listening) {
            $open[] = stream_socket_accept($listening);
            continue;
        }
        $request = read($one);
        if ($request !== null) {
            $request[] = stream_socket_get_name($one, true);
            file_put_contents($argv[1], json_encode($request, JSON_THROW_ON_ERROR) . "\n", FILE_APPEND);
        }
        if ($request === null || !answer($one, $answers[min($number++, count($answers) - 1)], $request[0])) {
            $open = array_values(array_filter($open, static fn ($other): bool => $other !== $one));
            fclose($one);
        }
    }
}

/**
 * @param resource $stream
 * @return array{string, string, array<string, string>, string}|null
 */
function read($stream): ?array
{
    $first = explode(' ', trim((string) fgets($stream)));
    if (count($first) !== 3) {
        return null;
    }
    $headers = [];
    while (($line = trim((string) fgets($stream))) !== '') {
        [$name, $value] = explode(':', $line, 2);
        $headers[strtolower($name)] = trim($value);
    }
    $body = ($headers['transfer-encoding'] ?? '') === 'chunked' ? chunks($stream)
        : (string) stream_get_contents($stream, (int) ($headers['content-length'] ?? 0));
    return [$first[0], $first[1], $headers, base64_encode($body)];
}

/** @param resource $stream */
function chunks($stream): string
{
    $body = '';
    while (($size = (int) hexdec(trim((string) fgets($stream)))) > 0) {
        $body .= stream_get_contents($stream, $size);
        fgets($stream);
    }
    fgets($stream);
    return $body;
}

/**
 * Whether the connection stays.
 *
 * @param resource $stream
 * @param array<string, mixed> $answer
 */
function answer($stream, array $answer, string $method): bool
{
    if (isset($answer['stall']) || isset($answer['close'])) {
        return isset($answer['stall']);
    }
    $status = $answer['status'] ?? 200;
    $body = $answer['body'] ?? '';
    $headers = $answer['headers'] ?? [];
    $chunks = $answer['chunks'] ?? null;
    if ($chunks !== null) {
        $headers['Transfer-Encoding'] = 'chunked';
    } elseif ($status !== 204) {
        $headers['Content-Length'] ??= (string) strlen($body);
    }
    $head = "HTTP/1.1 $status Said\r\n";
    foreach ($headers as $name => $value) {
        $head .= "$name: $value\r\n";
    }
    @fwrite($stream, "$head\r\n" . ($method === 'HEAD' ? '' : $body));
    foreach ($chunks ?? [] as $chunk) {
        @fwrite($stream, dechex(strlen($chunk)) . "\r\n$chunk\r\n");
        usleep(5000);
    }
    if ($chunks !== null && !isset($answer['cut'])) {
        @fwrite($stream, "0\r\n\r\n");
    }
    return !isset($answer['cut']);
}
