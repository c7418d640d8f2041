# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class SessionAccount(Model):
    """The account of whoever asks."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """The name one signs in with."""
    display_name: str
    """The name to show."""
    email: str | None
    """The address of this account, if it has one."""
    kind: SessionAccountKind
    """What sort of a principal it is."""
    role: SessionAccountRole
    """What it may do beside what is its own."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", or_null(TEXT), True),
        Member("kind", "kind", named("SessionAccountKind"), True),
        Member("role", "role", named("SessionAccountRole"), True),
    ]


class SessionAccountKind(OpenText):
    """What sort of a principal it is."""

    USER = "user"
    GROUP = "group"
    RESOURCE = "resource"
    ROOM = "room"


class SessionAccountRole(OpenText):
    """What it may do beside what is its own."""

    OWNER = "owner"
    AUDITOR = "auditor"
    ADMIN = "admin"
