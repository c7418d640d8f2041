"""The lanes a step of a request may run on, and the drivers that take each step to its lane.

A handler is a plain function or a generator of steps; neither knows an event loop. The synchronous
driver below serves tests, the command line and the processes of the cpu lane; the door has the
asynchronous one.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from a3dav.errors import DavError

if TYPE_CHECKING:
    from a3dav.exchange import Body, Exchange
    from a3dav.house import House

T = TypeVar("T")
HEAVY_BODY = 16 * 1024
"""Bodies above this many bytes are parsed on the cpu lane."""
UNHURRIED = "unhurried"
"""The note of an exchange that is answered on the cpu lane."""


class TooDear(Exception):
    """Raised by a report that turned out to cost more than the loop can spare."""


def unhurried(exchange: Exchange) -> bool:
    """Whether the report is answered on the cpu lane, where it may take all that limits allow."""
    return UNHURRIED in exchange.notes


class Lane(Enum):
    READ = "read"  # short queries: inline on SQLite, database threads elsewhere
    WRITER = "writer"  # one transaction of the store
    PROOF = "proof"  # of who somebody is: password hashing, directories
    WAIT = "wait"  # disk, and whatever else waits
    CPU = "cpu"  # Python work above some 2 ms, in niced processes


@dataclass(slots=True, frozen=True)
class Step(Generic[T]):
    """Work for a lane; the result is what the generator's `yield` returns.

    Steps of the cpu lane are pickled: a function of a module and plain values, where a `House` is
    filled in by the process that runs it.
    """

    lane: Lane
    call: Callable[..., T]
    args: tuple[Any, ...] = ()


@dataclass(slots=True, frozen=True)
class BodyWanted:
    """Asks the door for the body, `limit` bytes at most (0 = no limit); the result is a `Body`.

    A body that grows too large raises `too_large`. With `spool`, large bodies go to a file.
    """

    limit: int
    too_large: DavError
    spool: bool = False


Place: TypeAlias = tuple[bytes, str]
"""Id of a collection, and name in it."""
NOWHERE: Place = (b"", "")


class Seen(NamedTuple):
    """What one question told: the generation of the store, and the row at a place."""

    generation: str
    row: tuple[Any, ...] | None


@dataclass(slots=True, frozen=True)
class Look:
    """Asks what is to be seen at a place, together with others; for a store that is far away. The result is `Seen`."""

    place: Place


class Waits(BaseException):
    """Raised where the database would have to be asked, and may not; no handler of errors takes it for one."""


Asked: TypeAlias = "Step[Any] | BodyWanted | Look"
Steps: TypeAlias = Generator[Asked, Any, T]


def run_here(house: House, steps: Steps[T], read_body: Callable[[BodyWanted], Body] | None = None) -> T:
    """Runs steps one after the other in this thread; without `read_body` the body must have been read before."""
    outcome: Any = None
    failure: Exception | None = None
    while True:
        try:
            step = steps.throw(failure) if failure is not None else steps.send(outcome)
        except StopIteration as end:
            result: T = end.value
            return result
        try:
            outcome, failure = _run_step(house, step, read_body), None
        except Exception as error:
            outcome, failure = None, error


def _run_step(house: House, step: Asked, read_body: Callable[[BodyWanted], Body] | None) -> Any:
    if isinstance(step, Look):
        return house.store.looks([step.place])[0]
    if isinstance(step, BodyWanted):
        if read_body is None:
            raise LookupError("the body of this request was not read")
        return read_body(step)
    if step.lane is Lane.WRITER:
        return house.store.engine.submit(lambda: step.call(*step.args)).result()
    return step.call(*step.args)
