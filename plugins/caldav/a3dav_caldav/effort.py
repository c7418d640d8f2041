"""How much a report may cost: a little on the loop, more in a process of the cpu lane, never without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from a3dav.lanes import TooDear, unhurried
from a3dav_caldav.errors import too_dear
from a3dav_content.budget import Budget
from a3dav_content.errors import LimitExceeded

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response
    from a3dav.resources import Resource

T = TypeVar("T")
QUICK_STEPS = 2_000
OBJECT_SHARE = 2
"""The part of the budget of a request that a single object may take."""
_NOTE = "caldav.budget"


def budget_of(exchange: Exchange) -> Budget:
    """The one budget of a request."""
    if _NOTE not in exchange.notes:
        steps = exchange.house.settings.limits.expansion_steps if unhurried(exchange) else QUICK_STEPS
        exchange.notes[_NOTE] = Budget(steps)
    budget: Budget = exchange.notes[_NOTE]
    return budget


def forget_budget(exchange: Exchange) -> None:
    """For work that begins anew."""
    exchange.notes.pop(_NOTE, None)


@contextmanager
def share_of(exchange: Exchange, member: Resource) -> Iterator[Budget]:
    """What one object may take of it; on the cpu lane, where the answer is final, the one that is too dear is named."""
    whole = budget_of(exchange)
    try:
        yield whole.share(whole.steps // OBJECT_SHARE)
    except LimitExceeded as error:
        raise LimitExceeded(error.limit, f"{member.href}: {error.message}") from error


def settled(exchange: Exchange, response: Response) -> Response:
    """A streamed answer that runs out of its budget before it begins, or not at all."""
    if not unhurried(exchange):
        return bounded(exchange, response.drawn)
    if isinstance(response.body, Iterator):
        response.body = _refusing(response.body)  # drawn to its end before anything is sent
    return response


def _refusing(pieces: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from pieces
    except LimitExceeded as error:
        raise too_dear(error) from error


def bounded(exchange: Exchange, work: Callable[[], T]) -> T:
    """Does the work within the budget; asks for the cpu lane where it does not suffice, and refuses there."""
    try:
        return work()
    except LimitExceeded as error:
        if not unhurried(exchange):
            forget_budget(exchange)
            raise TooDear from error
        raise too_dear(error) from error
