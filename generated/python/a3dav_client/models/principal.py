# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .principal_kind import PrincipalKind

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Principal(Model):
    """A person, a group, a room or a resource."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """The name of the account."""
    display_name: str
    """The name to show."""
    email: str | None
    """Its address, if it has one."""
    kind: PrincipalKind
    """What sort of a principal it is."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", or_null(TEXT), True),
        Member("kind", "kind", named("PrincipalKind"), True),
    ]
