"""Requests and answers as transports see them, and the steps that an exchange asks its driver for."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterable, AsyncIterator, Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import (
    Any,
    Protocol,
    TypeVar,
)

Content = bytes | Iterable[bytes] | AsyncIterable[bytes] | None
_T = TypeVar("_T")


@dataclass(slots=True)
class Request:
    """`url` is whole; `seconds` are left of the time of the call."""

    method: str
    url: str
    headers: dict[str, str]
    content: Content = None
    seconds: float = 60.0
    connect_seconds: float = 5.0


class Headers(dict[str, str]):
    """Names in lower case; values of one name joined."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        for name, value in pairs:
            key = name.lower()
            self[key] = f"{self[key]}, {value}" if key in self else value

    def get(self, name: str, default: Any = "") -> Any:
        return super().get(name.lower(), default)


@dataclass(frozen=True, slots=True)
class Answered:
    """What `on_response` is told."""

    status: int
    headers: Mapping[str, str]
    attempts: int


class Reply(Protocol):
    """An answer whose body is still to come; transports raise NotSent, Cut or Late."""

    status: int
    headers: Headers

    def pieces(self) -> Iterator[bytes]: ...
    def close(self) -> None: ...


class AsyncReply(Protocol):
    status: int
    headers: Headers

    def pieces(self) -> AsyncIterator[bytes]: ...
    async def close(self) -> None: ...


class Transport(Protocol):
    """Sends one request; follows nothing, retries nothing."""

    def send(self, request: Request) -> Reply: ...
    def close(self) -> None: ...


class AsyncTransport(Protocol):
    async def send(self, request: Request) -> AsyncReply: ...
    async def close(self) -> None: ...


class Cut(Exception):
    """The connection failed, before an answer or in it."""


class Late(Exception):
    """The time ran out."""


@dataclass(frozen=True, slots=True)
class Send:
    request: Request


@dataclass(frozen=True, slots=True)
class Piece:
    """The next piece of a body; None at its end."""

    reply: Any
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Close:
    reply: Any


@dataclass(frozen=True, slots=True)
class Sleep:
    seconds: float


@dataclass(frozen=True, slots=True)
class Ask:
    """A function of the caller, which may be a coroutine for the asynchronous client."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = field(default=())


class Lock:
    """One at a time, among threads or among tasks."""

    def __init__(self) -> None:
        self.threads = threading.Lock()
        self.tasks: Any = None


@dataclass(frozen=True, slots=True)
class Acquire:
    lock: Lock


@dataclass(frozen=True, slots=True)
class Release:
    lock: Lock


Step = Send | Piece | Close | Sleep | Ask | Acquire | Release
Steps = Generator[Step, Any, _T]
