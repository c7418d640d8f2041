"""A stream of events that goes on after it broke."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._codec import Codec
from ._errors import ClientError, ConnectionFailed, DecodeError, StatusError, StreamError, TimedOut
from ._exchange import Answer, Outgoing, exchange
from ._retry import RETRIED, delay, retry_after
from ._sse import Parser, RawEvent
from ._wire import Close, Cut, Late, Piece, Sleep, Steps

if TYPE_CHECKING:
    from ._core import Core

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """`id` is where the stream can go on; `event` its kind."""

    id: str
    event: str
    data: T


@dataclass(slots=True)
class Following:
    """Where a stream is."""

    core: Core
    asked: Outgoing
    codec: Codec
    last_id: str = ""
    pause: float = 0.5
    failures: int = 0
    answer: Answer | None = None
    parser: Parser | None = None
    waiting: deque[RawEvent] = field(default_factory=deque)
    is_closed: bool = False

    def next(self) -> Steps[Event[Any] | None]:
        """The next event; None at the end, which only 204 or `close` brings."""
        while not self.waiting:
            if self.is_closed:
                return None
            if self.answer is None:
                yield from self._connect()
            else:
                yield from self._read()
        raw = self.waiting.popleft()
        self.last_id = raw.id
        return Event(raw.id, raw.event, self._typed(raw))

    def _typed(self, raw: RawEvent) -> Any:
        """What is JSON of another type, as an event of a newer kind may be, stays as it came."""
        try:
            value = json.loads(raw.data)
        except ValueError as error:
            raise StreamError(f"an event is no JSON: {error}") from error
        try:
            return self.codec.read(value, "")
        except DecodeError:
            return value

    def _connect(self) -> Steps[None]:
        headers = dict(self.asked.headers)
        if self.last_id:
            headers["last-event-id"] = self.last_id
        once = replace(self.asked.options, retries=0)
        try:
            answer = yield from exchange(self.core, replace(self.asked, headers=headers, options=once))
        except (ConnectionFailed, TimedOut) as error:
            yield from self._pause(error)
        except StatusError as error:
            if error.status not in RETRIED:
                self.is_closed = True
                raise
            yield from self._pause(error)
        else:
            yield from self._begin(answer)

    def _begin(self, answer: Answer) -> Steps[None]:
        if answer.status == 204:
            self.is_closed = True
            yield Close(answer.reply)
        elif answer.media_type != "text/event-stream":
            self.is_closed = True
            yield Close(answer.reply)
            raise StreamError(f"this is {answer.media_type or 'nothing'} and no stream of events")
        else:
            self.answer, self.parser = answer, Parser(self.last_id, self.last_id)

    def _read(self) -> Steps[None]:
        assert self.answer is not None
        assert self.parser is not None
        try:
            piece: bytes | None = yield Piece(self.answer.reply)
        except (Cut, Late):
            piece = None
        if piece is None:
            yield Close(self.answer.reply)
            self.answer = None
            self.last_id = self.parser.told_id
            yield from self._pause(None)
            return
        self.waiting.extend(self.parser.feed(piece))
        if self.parser.retry is not None:
            self.pause = self.parser.retry
        if self.waiting:
            self.failures = 0

    def _pause(self, error: ClientError | None) -> Steps[None]:
        self.failures += 1
        told = retry_after(error.headers, self.core.now()) if isinstance(error, StatusError) else None
        yield Sleep(told if told is not None else delay(self.failures, self.core.options.random, self.pause))

    def close(self) -> Steps[None]:
        self.is_closed = True
        self.waiting.clear()
        if self.answer is not None:
            reply, self.answer = self.answer.reply, None
            yield Close(reply)
