# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class NewAppPassword(Model):
    """An app password to make."""

    label: str
    """What it is for."""
    scope: NewAppPasswordScope
    """What it may be used for."""
    days: int | None | Unset = UNSET
    """Until it expires; null for never."""

    _members: ClassVar[List[Member]] = [
        Member("label", "label", TEXT, True),
        Member("scope", "scope", named("NewAppPasswordScope"), True),
        Member("days", "days", or_null(INTEGER), False),
    ]


class NewAppPasswordScope(OpenText):
    """What it may be used for."""

    DAV = "dav"
    READ_ONLY = "read-only"
    API = "api"
