# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .graph import GraphMessageState

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class OutboxResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    outbox: Outbox
    """Messages that wait, are on their way or were given up."""

    _members: ClassVar[List[Member]] = [
        Member("outbox", "outbox", named("Outbox"), True),
    ]


@dataclass(slots=True, kw_only=True)
class Outbox(Model):
    """A page, in the one order that all pages have."""

    page_info: OutboxPageInfo
    nodes: list[OutboxNodes]
    """The nodes of the edges."""

    _members: ClassVar[List[Member]] = [
        Member("pageInfo", "page_info", named("OutboxPageInfo"), True),
        Member("nodes", "nodes", list_of(named("OutboxNodes")), True),
    ]


@dataclass(slots=True, kw_only=True)
class OutboxNodes(Model):
    """What a transaction wants done outside of the store."""

    id: str
    kind: str
    state: GraphMessageState
    attempts: int
    failure: str
    """Why the last attempt failed."""
    created: Timestamp | None
    due: Timestamp | None
    """When it is tried next."""
    account: OutboxNodesAccount | None

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("kind", "kind", TEXT, True),
        Member("state", "state", named("GraphMessageState"), True),
        Member("attempts", "attempts", INTEGER, True),
        Member("failure", "failure", TEXT, True),
        Member("created", "created", or_null(TIME), True),
        Member("due", "due", or_null(TIME), True),
        Member("account", "account", or_null(named("OutboxNodesAccount")), True),
    ]


@dataclass(slots=True, kw_only=True)
class OutboxNodesAccount(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class OutboxPageInfo(Model):
    """Where a page stands among all."""

    has_next_page: bool
    end_cursor: str | None

    _members: ClassVar[List[Member]] = [
        Member("hasNextPage", "has_next_page", BOOLEAN, True),
        Member("endCursor", "end_cursor", or_null(TEXT), True),
    ]
