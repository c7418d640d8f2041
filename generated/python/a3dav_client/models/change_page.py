# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .change import Change

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ChangePage(Model):
    """A page of changes."""

    items: list[Change]
    """The changes."""
    next: str | None
    """The cursor of the next page; null where there is no more for now."""
    cursor: str
    """Where to go on later."""

    _members: ClassVar[List[Member]] = [
        Member("items", "items", list_of(named("Change")), True),
        Member("next", "next", or_null(TEXT), True),
        Member("cursor", "cursor", TEXT, True),
    ]
