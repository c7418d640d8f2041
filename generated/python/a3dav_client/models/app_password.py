# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .app_password_scope import AppPasswordScope

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class AppPassword(Model):
    """A password of its own for one client."""

    id: str
    """Identifies an object for as long as it exists."""
    label: str
    """What it is for."""
    scope: AppPasswordScope
    """What an app password may be used for."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    expires: Timestamp | None
    """When it ends; null for never."""
    last_used: Timestamp | None
    """To the hour or so; null before it was used."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("label", "label", TEXT, True),
        Member("scope", "scope", named("AppPasswordScope"), True),
        Member("created", "created", TIME, True),
        Member("expires", "expires", or_null(TIME), True),
        Member("lastUsed", "last_used", or_null(TIME), True),
    ]
