# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class NewToken(Model):
    """A token to be made."""

    name: str
    """What it is for."""
    scopes: list[str]
    """What it opens."""
    expires: str | None | Unset = UNSET
    """When it ends (RFC 3339); null or nothing for never."""

    _members: ClassVar[List[Member]] = [
        Member("name", "name", TEXT, True),
        Member("scopes", "scopes", list_of(TEXT), True),
        Member("expires", "expires", or_null(TEXT), False),
    ]
