<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

/** @internal Bytes in, events out, however the bytes are split (HTML Living Standard, 9.2). */
final class EventParser
{
    /** Seconds, where the stream says how long to wait. */
    public ?float $retry = null;
    private string $rest = '';
    private bool $hasBegun = false;
    private bool $isAfterReturn = false;
    /** @var list<string> */
    private array $data = [];
    private string $event = '';
    private string $nextId;

    /** @param string $lastId that of the last event that was whole: where to go on */
    public function __construct(public string $lastId = '')
    {
        $this->nextId = $lastId;
    }

    /** @return list<RawEvent> */
    public function feed(string $bytes): array
    {
        $events = [];
        foreach ($this->lines($bytes) as $line) {
            $event = $line === '' ? $this->dispatch() : $this->take($line);
            if ($event !== null) {
                $events[] = $event;
            }
        }
        return $events;
    }

    /** @return list<string> */
    private function lines(string $bytes): array
    {
        if ($this->isAfterReturn && $bytes !== '') {
            $this->isAfterReturn = false;
            $bytes = $bytes[0] === "\n" ? substr($bytes, 1) : $bytes;
        }
        $this->isAfterReturn = $this->isAfterReturn || str_ends_with($bytes, "\r");
        $whole = $this->rest . strtr($bytes, ["\r\n" => "\n", "\r" => "\n"]);
        if (!$this->hasBegun && (strlen($whole) >= 3 || str_contains($whole, "\n"))) {
            $this->hasBegun = true;
            $whole = str_starts_with($whole, "\xef\xbb\xbf") ? substr($whole, 3) : $whole;
        }
        $lines = explode("\n", $whole);
        $this->rest = array_pop($lines);
        return $lines;
    }

    private function take(string $line): ?RawEvent
    {
        [$name, $value] = explode(':', self::readable($line), 2) + [1 => ''];
        $value = str_starts_with($value, ' ') ? substr($value, 1) : $value;
        if ($name === 'data') {
            $this->data[] = $value;
        } elseif ($name === 'event') {
            $this->event = $value;
        } elseif ($name === 'id' && !str_contains($value, "\0")) {
            $this->nextId = $value;
        } elseif ($name === 'retry' && preg_match('/^[0-9]+$/D', $value)) {
            $this->retry = (float) $value / 1000;
        }
        return null;
    }

    private function dispatch(): ?RawEvent
    {
        [$data, $event] = [$this->data, $this->event];
        [$this->data, $this->event, $this->lastId] = [[], '', $this->nextId];
        return $data === [] ? null : new RawEvent($this->lastId, $event ?: 'message', implode("\n", $data));
    }

    /** With U+FFFD for what is no UTF-8. */
    private static function readable(string $line): string
    {
        if (preg_match('//u', $line) === 1) {
            return $line;
        }
        $quoted = json_encode($line, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
        return json_decode($quoted, false, 1, JSON_THROW_ON_ERROR);
    }
}
