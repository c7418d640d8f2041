# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .scope import Scope

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Token(Model):
    """A token, without what it is."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """What it is for."""
    scopes: list[Scope]
    """What it opens."""
    created: Timestamp
    """When it was made."""
    expires: Timestamp | None
    """When it ends; null for never."""
    last_used: Timestamp | None
    """To the hour or so; null where it was never used."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("scopes", "scopes", list_of(named("Scope")), True),
        Member("created", "created", TIME, True),
        Member("expires", "expires", or_null(TIME), True),
        Member("lastUsed", "last_used", or_null(TIME), True),
    ]
