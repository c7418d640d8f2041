"""What plugins add to the graph of the administrators: fields of accounts, collections and the server, and mutations.

Types are plain Python: `str`, `int`, `bool`, `datetime`, enumerations, dataclasses of these, lists and optional ones.
Whoever serves the graph makes its schema of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from a3dav.principals import Role

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Identity

STAFF = frozenset({Role.ADMIN, Role.AUDITOR})
"""Who may look at what is not their own."""
ANYBODY = frozenset(Role)


class Subject(Enum):
    """What a field or a mutation belongs to: its subject is an `Account`, a `Resource`, or nothing."""

    SERVER = "Query"
    PRINCIPAL = "Principal"
    COLLECTION = "Collection"


@dataclass(slots=True, frozen=True)
class GraphField:
    """A field that is asked for many subjects at once, in one snapshot of the store.

    `answer(house, identity, subjects)` gives the values in the order of the subjects; it is called in a process of the
    cpu lane. `roles` may ask for it: the role `owner` does so for what is their own. A list has `most` values about,
    by which the cost of a query is reckoned.
    """

    of: Subject
    name: str
    type: Any
    answer: Callable[[House, Identity, Sequence[Any]], Sequence[Any]]
    description: str = ""
    roles: frozenset[Role] = ANYBODY
    most: int = 10


@dataclass(slots=True, frozen=True)
class GraphCall:
    """A mutation on its way: who asks, on what, and what was given, an instance of the mutation's `given`."""

    house: House
    identity: Identity
    request_id: str
    subject: Any
    given: Any


@dataclass(slots=True, frozen=True)
class GraphMutation:
    """A change. `act(call)` runs on the wait lane, or gives a generator of steps; it raises `A3davError` to refuse.

    What belongs to an account or a collection is changed by its owner and by administrators, and `call.subject` is one
    that whoever asks may change; what belongs to the server is changed by administrators alone. `given` is a dataclass
    with the input: a value that was not sent is the default. The result is shown as `gives`: an account, a collection,
    or a dataclass; nothing is shown of one that gives None. What is `proven` needs a password and no app password:
    it would give more than that does.
    """

    name: str
    of: Subject
    given: type[Any]
    act: Callable[[GraphCall], Any]
    gives: Any = None
    description: str = ""
    administrators: bool = False
    proven: bool = False
