"""How much a report may cost: a little on the loop, more in a process of the cpu lane, never without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from a3dav.methods.report import TooDear, unhurried
from a3dav_caldav.errors import too_dear
from a3dav_content.budget import Budget
from a3dav_content.errors import LimitExceeded

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response

T = TypeVar("T")
QUICK_STEPS = 2_000
_NOTE = "caldav.budget"


def budget_of(exchange: Exchange) -> Budget:
    """The one budget of a request."""
    if _NOTE not in exchange.notes:
        steps = exchange.house.settings.limits.expansion_steps if unhurried(exchange) else QUICK_STEPS
        exchange.notes[_NOTE] = Budget(steps)
    budget: Budget = exchange.notes[_NOTE]
    return budget


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
            exchange.notes.pop(_NOTE, None)
            raise TooDear from error
        raise too_dear(error) from error
