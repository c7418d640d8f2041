"""The parser of an event stream (HTML Living Standard, 9.2)."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RawEvent:
    id: str
    event: str
    data: str


@dataclass(slots=True)
class Parser:
    """Bytes in, events out, however the bytes are split."""

    last_id: str = ""
    told_id: str = ""
    """That of the last event that was whole: where to go on."""
    retry: float | None = None
    _decoder: codecs.IncrementalDecoder = field(
        default_factory=lambda: codecs.getincrementaldecoder("utf-8")(errors="replace")
    )
    _line: str = ""
    _has_begun: bool = False
    _after_return: bool = False
    _data: list[str] = field(default_factory=list)
    _event: str = ""

    def feed(self, data: bytes) -> Iterator[RawEvent]:
        text = self._decoder.decode(data)
        if text and not self._has_begun:
            self._has_begun = True
            text = text.removeprefix("\ufeff")
        for line in self._lines(text):
            event = self._take(line)
            if event is not None:
                yield event

    def _lines(self, text: str) -> Iterator[str]:
        if self._after_return and text:
            self._after_return = False
            text = text.removeprefix("\n")
        self._after_return = self._after_return or text.endswith("\r")
        whole = (self._line + text).replace("\r\n", "\n").replace("\r", "\n")
        *lines, self._line = whole.split("\n")
        yield from lines

    def _take(self, line: str) -> RawEvent | None:
        if not line:
            return self._dispatched()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self.last_id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self.retry = int(value) / 1000
        return None

    def _dispatched(self) -> RawEvent | None:
        data, event, self.told_id = self._data, self._event, self.last_id
        self._data, self._event = [], ""
        return RawEvent(self.last_id, event or "message", "\n".join(data)) if data else None
