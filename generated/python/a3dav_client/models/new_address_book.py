# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class NewAddressBook(Model):
    """An address book to make."""

    name: str | Unset = UNSET
    """The last segment of its path in DAV; the server finds one otherwise."""
    display_name: str
    """The name to show."""
    description: str | None | Unset = UNSET
    """What it is for."""

    _members: ClassVar[List[Member]] = [
        Member("name", "name", TEXT, False),
        Member("displayName", "display_name", TEXT, True),
        Member("description", "description", or_null(TEXT), False),
    ]
