# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .owner import Owner
    from .right import Right

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class AddressBook(Model):
    """An address book, without what it holds."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """The last segment of its path in CardDAV."""
    href: str
    """Its path in CardDAV."""
    display_name: str
    """The name to show."""
    owner: Owner
    """Whose something is."""
    mine: bool
    """Whether it belongs to whoever asks."""
    default: bool
    """Whether every account has it from the start."""
    rights: list[Right]
    """What whoever asks may do with it."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    description: str | None
    """What it is for."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("owner", "owner", named("Owner"), True),
        Member("mine", "mine", BOOLEAN, True),
        Member("default", "default", BOOLEAN, True),
        Member("rights", "rights", list_of(named("Right")), True),
        Member("created", "created", TIME, True),
        Member("description", "description", or_null(TEXT), True),
    ]
