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
class MeResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    me: Me
    """Who asks."""

    _members: ClassVar[List[Member]] = [
        Member("me", "me", named("Me"), True),
    ]


@dataclass(slots=True, kw_only=True)
class Me(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str
    display_name: str
    email: str
    kind: GraphKind
    role: GraphRole
    quota: MeQuota

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", TEXT, True),
        Member("kind", "kind", named("GraphKind"), True),
        Member("role", "role", named("GraphRole"), True),
        Member("quota", "quota", named("MeQuota"), True),
    ]


@dataclass(slots=True, kw_only=True)
class MeQuota(Model):
    """Bytes that an account uses, and may use."""

    used: int
    limit: int | None
    """What counts; null where there is no limit."""

    _members: ClassVar[List[Member]] = [
        Member("used", "used", INTEGER, True),
        Member("limit", "limit", or_null(INTEGER), True),
    ]
