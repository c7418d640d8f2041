# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .graph import GraphKind
    from .graph import GraphRole

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class PrincipalsResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    principals: Principals
    """Principals by name."""

    _members: ClassVar[List[Member]] = [
        Member("principals", "principals", named("Principals"), True),
    ]


@dataclass(slots=True, kw_only=True)
class Principals(Model):
    """A page, in the one order that all pages have."""

    total_count: int
    """How many there are on all pages together."""
    page_info: PrincipalsPageInfo
    nodes: list[PrincipalsNodes]
    """The nodes of the edges."""

    _members: ClassVar[List[Member]] = [
        Member("totalCount", "total_count", INTEGER, True),
        Member("pageInfo", "page_info", named("PrincipalsPageInfo"), True),
        Member("nodes", "nodes", list_of(named("PrincipalsNodes")), True),
    ]


@dataclass(slots=True, kw_only=True)
class PrincipalsNodes(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str
    display_name: str
    email: str
    kind: GraphKind
    role: GraphRole
    disabled: bool
    created: Timestamp | None

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", TEXT, True),
        Member("kind", "kind", named("GraphKind"), True),
        Member("role", "role", named("GraphRole"), True),
        Member("disabled", "disabled", BOOLEAN, True),
        Member("created", "created", or_null(TIME), True),
    ]


@dataclass(slots=True, kw_only=True)
class PrincipalsPageInfo(Model):
    """Where a page stands among all."""

    has_next_page: bool
    end_cursor: str | None

    _members: ClassVar[List[Member]] = [
        Member("hasNextPage", "has_next_page", BOOLEAN, True),
        Member("endCursor", "end_cursor", or_null(TEXT), True),
    ]
