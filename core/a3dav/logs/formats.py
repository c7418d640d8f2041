"""How a record becomes a line: text for people, or JSON with the field names of the Elastic Common Schema.

Whatever a client sent is cut to a bounded length and stripped of control characters on its way into a line.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from a3dav.logs.traces import trace

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The request that is being answered; every line written meanwhile carries it."""

LONGEST_MESSAGE = 1500
LONGEST_VALUE = 500
REMEMBERED = 500
"""Characters of the values that are told again and again, beyond which nobody keeps how they are told."""
Often = tuple[tuple[str, Any], ...]
"""Fields that many lines have alike."""
ECS_VERSION = "8.11.0"
REQUEST_ID = "http.request.id"
DURATION = "event.duration"
SHORT = {
    "client.ip": "peer",
    "user.name": "account",
    "http.request.method": "method",
    "url.path": "path",
    "http.response.status_code": "status",
    DURATION: "ms",
    "user_agent.original": "agent",
    REQUEST_ID: "request",
    "event.reason": "reason",
    "user.target.name": "target",
    "process.user.id": "os_user",
    "a3dav.credential.method": "by",
    "a3dav.times": "times",
    "a3dav.block.network": "network",
    "a3dav.block.seconds": "seconds",
    "a3dav.query": "query",
}
"""Names of the fields in a line for people; fields that are not here say what its words say already."""
_BARE = {"peer", "request", "os_user", "network"}
_PLAIN = re.compile(r"[0-9A-Za-z.:-]{1,64}")


class LineFormatter(logging.Formatter):
    """Makes the line of a record once, however many handlers write it."""

    def format(self, record: logging.LogRecord) -> str:
        maker, line = getattr(record, "made_by", (None, ""))
        if maker is not self:
            line = self.line(record)
            record.made_by = (self, line)
        return str(line)

    def line(self, record: logging.LogRecord) -> str:
        raise NotImplementedError

    def told(
        self, created: float, level: int, message: str, logger: str, fields: Mapping[str, Any], often: Often = ()
    ) -> str:
        """The line of what a record without an exception would say, for those who tell too much to make records."""
        raise NotImplementedError


class Pending:
    """A line that is made when it is written, once for all handlers: many at once take less than each by itself."""

    __slots__ = ("_line", "_make", "_told")

    def __init__(self, make: Callable[..., str], *told: Any) -> None:
        self._make, self._told = make, told
        self._line: str | None = None

    def __str__(self) -> str:
        if self._line is None:
            self._line = self._make(*self._told)
        return self._line


class TextFormatter(LineFormatter):
    def line(self, record: logging.LogRecord) -> str:
        told = self.told(record.created, record.levelno, _message(record), record.name, fields_of(record))
        return "\n    ".join([told, *trace_lines(record)]) if record.exc_info else told

    def told(
        self, created: float, level: int, message: str, logger: str, fields: Mapping[str, Any], often: Often = ()
    ) -> str:
        del logger
        told = _pairs_told_before(often) if _is_small(often) else _pairs(often)
        return f"{_time(created)} {_level(level)} {plain(message, LONGEST_MESSAGE)}{told}{_pairs(fields.items())}"


class JsonFormatter(LineFormatter):
    def line(self, record: logging.LogRecord) -> str:
        entry = _entry(record.created, record.levelno, _message(record), record.name, fields_of(record))
        if lines := trace_lines(record):
            entry["error.type"] = lines[-1].partition(":")[0]
            entry["error.stack_trace"] = "\n".join(lines)
        return json.dumps(entry)

    def told(
        self, created: float, level: int, message: str, logger: str, fields: Mapping[str, Any], often: Often = ()
    ) -> str:
        return json.dumps(_entry(created, level, message, logger, {**dict(often), **fields}))


def _entry(created: float, level: int, message: str, logger: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@timestamp": _time(created),
        "log.level": _level(level).rstrip(),
        "message": plain(message, LONGEST_MESSAGE),
        "ecs.version": ECS_VERSION,
        "service.name": "a3dav",
        "log.logger": logger,
    }
    for name, value in fields.items():
        entry[name] = plain(value, LONGEST_VALUE) if isinstance(value, str) else value
    return entry


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    fields: dict[str, Any] = getattr(record, "fields", {})
    if REQUEST_ID not in fields and (known := request_id.get()):
        return fields | {REQUEST_ID: known}
    return fields


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # a mistake in the call, which should not lose what it has to say
        return f"{record.msg} (with values that do not fit)"


def trace_lines(record: logging.LogRecord) -> list[str]:
    return trace(record.exc_info[1]) if record.exc_info and record.exc_info[1] else []


def plain(text: str, longest: int) -> str:
    """One line of printable characters, of bounded length."""
    cut = text if len(text) <= longest else text[:longest] + "…"
    return cut if cut.isprintable() else "".join(char if char.isprintable() else _escape(char) for char in cut)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _pairs(fields: Iterable[tuple[str, Any]]) -> str:
    told = ""
    for name, value in fields:
        if short := SHORT.get(name):
            told += f" {short}={_shown(short, value)}"
    return told


_pairs_told_before = lru_cache(maxsize=2048)(_pairs)


def _is_small(often: Often) -> bool:
    length = 0
    for _, value in often:
        if type(value) is str:
            length += len(value)
    return length <= REMEMBERED


def _shown(name: str, value: Any) -> str:
    if name == "ms":
        return f"{value / 1_000_000:.1f}"
    if not isinstance(value, str):
        return str(value) if type(value) is int else json.dumps(value)
    if name in _BARE and _PLAIN.fullmatch(value):
        return value
    if len(value) <= LONGEST_VALUE and value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'  # as nearly all are
    return '"' + plain(value, LONGEST_VALUE).replace("\\", "\\\\").replace('"', '\\"') + '"'


@lru_cache(maxsize=64)
def _level(level: int) -> str:
    return f"{logging.getLevelName(level).lower():7}"


def _time(created: float) -> str:
    seconds, milliseconds = divmod(int(created * 1000), 1000)
    return f"{_second(seconds)}.{milliseconds:03}+00:00"


@lru_cache(maxsize=64)
def _second(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
