<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Codec\Codec;
use A3dav\Client\Errors\CancelledException;
use A3dav\Client\Errors\ConnectionException;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\StatusException;
use A3dav\Client\Errors\StreamException;
use A3dav\Client\Errors\TimeoutException;
use A3dav\Client\Event;
use A3dav\Client\Transport\Cut;
use A3dav\Client\Transport\Late;
use A3dav\Client\Transport\Stopped;

/** @internal A stream of events that goes on after it broke. */
final class Following
{
    private const FIRST_PAUSE = 0.5;

    private ?Answer $answer = null;
    private EventParser $parser;
    /** @var list<RawEvent> */
    private array $waiting = [];
    private float $pause = self::FIRST_PAUSE;
    private int $failures = 0;
    private bool $isClosed = false;

    public function __construct(
        private readonly Core $core,
        private readonly Outgoing $asked,
        private readonly Codec $codec,
    ) {
        $this->parser = new EventParser();
    }

    /** The next event; null at the end, which only 204 or `close` brings. */
    public function next(): ?Event
    {
        while ($this->waiting === []) {
            if ($this->isClosed) {
                return null;
            }
            $this->answer === null ? $this->connect() : $this->take($this->answer);
        }
        $raw = array_shift($this->waiting);
        return new Event($raw->id, $raw->event, $this->typed($raw->data));
    }

    public function close(): void
    {
        $this->isClosed = true;
        $this->waiting = [];
        $this->answer?->reply?->close();
        $this->answer = null;
    }

    /** What is JSON of another type, as an event of a newer kind may be, stays as it came. */
    private function typed(string $data): mixed
    {
        try {
            $value = Json::read($data);
        } catch (DecodeException $error) {
            throw new StreamException("an event is no JSON: {$error->getMessage()}", previous: $error);
        }
        try {
            return $this->codec->read($value, '');
        } catch (DecodeException) {
            return $value;
        }
    }

    private function connect(): void
    {
        $headers = $this->parser->lastId === '' ? [] : ['last-event-id' => $this->parser->lastId];
        try {
            $this->begin(Exchange::run($this->core, $this->asked->once($headers)));
        } catch (ConnectionException | TimeoutException) {
            $this->wait(null);
        } catch (StatusException $error) {
            if (!in_array($error->status, Retry::STATUSES, true)) {
                $this->isClosed = true;
                throw $error;
            }
            $this->wait($error);
        }
    }

    private function begin(Answer $answer): void
    {
        $type = $answer->headers->mediaType();
        if ($answer->status !== 204 && $type === 'text/event-stream') {
            $this->answer = $answer;
            $this->parser = new EventParser($this->parser->lastId);
            return;
        }
        $this->isClosed = true;
        $answer->reply?->close();
        if ($answer->status !== 204) {
            $said = 'this is ' . ($type ?: 'nothing') . ' and no stream of events';
            throw new StreamException($said, ...$answer->told());
        }
    }

    private function take(Answer $answer): void
    {
        try {
            $piece = $answer->reply?->read();
        } catch (Cut | Late) {
            $piece = null;
        } catch (Stopped) {
            $this->close();
            throw new CancelledException('the stream was cancelled', ...$answer->told());
        }
        if ($piece === null) {
            $answer->reply?->close();
            $this->answer = null;
            $this->wait(null);
            return;
        }
        $this->waiting = $this->parser->feed($piece);
        $this->pause = $this->parser->retry ?? $this->pause;
        $this->failures = $this->waiting === [] ? $this->failures : 0;
    }

    private function wait(?StatusException $error): void
    {
        $this->failures++;
        $told = $error === null ? null : Retry::after($error->headers, $this->core->now());
        $this->core->clock->sleep($told ?? Retry::delay($this->failures, $this->core->random(), $this->pause));
    }
}
