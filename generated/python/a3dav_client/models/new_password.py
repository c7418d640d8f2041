# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class NewPassword(Model):
    """A password to set."""

    old_password: str | Unset = UNSET
    """The one that counts now."""
    password: str
    """The new one."""

    _members: ClassVar[List[Member]] = [
        Member("oldPassword", "old_password", TEXT, False),
        Member("password", "password", TEXT, True),
    ]
