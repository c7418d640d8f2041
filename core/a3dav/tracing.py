"""What a tracer is told: the built-in plugin `traces` has one where traces are wanted."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Request, Response


class Trace(Protocol):
    """One request, from its head to the decision of its answer."""

    def end(self, exchange: Exchange, response: Response) -> None: ...


class Tracer(Protocol):
    def begin(self, request: Request) -> Trace: ...

    def step(self, lane: str) -> AbstractContextManager[object]:
        """Around a step that leaves the event loop, its wait included."""
        ...

    def close(self) -> None:
        """At the end of the process."""
        ...

    def query(self, sql: str, begun: int, spent: int) -> None:
        """A statement that began at this `perf_counter_ns()`."""
        ...
