# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ContactQuery(Model):
    """What contacts must be."""

    data: bool | Unset = UNSET
    """Whether entries have `data`."""
    text: str | Unset = UNSET
    """What a name, address, number, organization, title or note must contain."""
    email: str | Unset = UNSET
    """The mail address that it must have."""
    phone: str | Unset = UNSET
    """Digits that one of its numbers must contain, however they are written."""
    uid: str | Unset = UNSET
    """The UID that it must have."""
    kind: ContactQueryKind | Unset = UNSET
    """What it is."""
    categories: list[str] | Unset = UNSET
    """Categories that it must have, all of them."""

    _members: ClassVar[List[Member]] = [
        Member("data", "data", BOOLEAN, False),
        Member("text", "text", TEXT, False),
        Member("email", "email", TEXT, False),
        Member("phone", "phone", TEXT, False),
        Member("uid", "uid", TEXT, False),
        Member("kind", "kind", named("ContactQueryKind"), False),
        Member("categories", "categories", list_of(TEXT), False),
    ]


class ContactQueryKind(OpenText):
    """What it is."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    ORG = "org"
    LOCATION = "location"
    DEVICE = "device"
    APPLICATION = "application"
