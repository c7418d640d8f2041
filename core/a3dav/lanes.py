"""The lanes a step of a request may run on, and the drivers that take each step to its lane.

A handler is a plain function or a generator of steps; neither knows an event loop. The synchronous
driver below serves tests, the command line and the processes of the cpu lane; the door has the
asynchronous one.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Lane(Enum):
    READ = "read"  # short queries: inline on SQLite, database threads elsewhere
    WRITER = "writer"  # one transaction of the store
    WAIT = "wait"  # password hashing, directories, disk
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
    """Asks the door for the body, `limit` bytes at most; the result is a `Body`."""

    limit: int
    spool: bool = False


Steps = Generator[Step[Any] | BodyWanted, Any, T]
