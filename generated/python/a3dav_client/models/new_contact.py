# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .js_contact import JsContact

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class NewContact(Model):
    """A contact to add."""

    name: str | Unset = UNSET
    """The last segment of its path in DAV; the server finds one otherwise."""
    data: JsContact
    """A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
    told.
    """

    _members: ClassVar[List[Member]] = [
        Member("name", "name", TEXT, False),
        Member("data", "data", named("JsContact"), True),
    ]
