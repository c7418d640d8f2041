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
class ContactChange(Model):
    """What a contact is to be."""

    data: JsContact
    """A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
    told.
    """

    _members: ClassVar[List[Member]] = [
        Member("data", "data", named("JsContact"), True),
    ]
