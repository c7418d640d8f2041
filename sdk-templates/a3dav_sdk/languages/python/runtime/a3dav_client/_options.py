"""What can be set for a client, and again for one call."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from ._wire import Answered, AsyncTransport, Transport

CONNECT_SECONDS = 5.0
CALL_SECONDS = 60.0
MAX_BODY = 64 * 1024 * 1024


@runtime_checkable
class Clock(Protocol):
    """`sleep` may be a coroutine for the asynchronous client."""

    def now(self) -> datetime: ...
    def sleep(self, seconds: float) -> Awaitable[None] | None: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(timezone.utc)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class AsyncSystemClock:
    def now(self) -> datetime:
        return datetime.now(timezone.utc)

    def sleep(self, seconds: float) -> Awaitable[None]:
        import asyncio

        return asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Logged:
    """One request: `outcome` is a status, or the code of an error."""

    method: str
    url: str
    outcome: str
    attempt: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """For one call; what is None is as the client has it."""

    timeout: float | None = None
    retries: int | None = None
    idempotency_key: str | None = None
    request_id: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    on_response: Callable[[Answered], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOptions:
    """For all calls of a client."""

    timeout: float = CALL_SECONDS
    connect_timeout: float = CONNECT_SECONDS
    retries: int = 2
    max_body: int = MAX_BODY
    headers: dict[str, str] = field(default_factory=dict)
    log: Callable[[Logged], None] | None = None
    transport: Transport | AsyncTransport | None = None
    clock: Clock | None = None
    random: Callable[[], float] = random.random
    verify: bool | str = True
    """Of the certificate: False for none, or a file of authorities."""
