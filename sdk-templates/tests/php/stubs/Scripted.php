<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

/** A server in a process of its own: answer n to request n, and the last one ever after. */
final class Scripted
{
    public readonly string $url;
    /** @var resource */
    private $process;
    private readonly string $log;

    /** @param list<array<string, mixed>> $answers */
    public function __construct(array $answers)
    {
        $this->log = (string) tempnam(sys_get_temp_dir(), 'php-sdk');
        $command = [PHP_BINARY, dirname(__DIR__) . '/server.php', $this->log];
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes);
        assert($process !== false);
        $this->process = $process;
        fwrite($pipes[0], json_encode($answers, JSON_THROW_ON_ERROR));
        fclose($pipes[0]);
        $this->url = 'http://127.0.0.1:' . trim((string) fgets($pipes[1]));
    }

    /** @return list<Arrived> */
    public function arrived(): array
    {
        return array_map(self::read(...), file($this->log) ?: []);
    }

    private static function read(string $line): Arrived
    {
        [$method, $target, $headers, $body, $peer] = json_decode($line, true, 8, JSON_THROW_ON_ERROR);
        return new Arrived($method, $target, $headers, (string) base64_decode($body), $peer);
    }

    public function __destruct()
    {
        proc_terminate($this->process, SIGKILL);
        proc_close($this->process);
        unlink($this->log);
    }
}
