# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class NewShare(Model):
    """What to give somebody."""

    access: NewShareAccess
    """What they may do."""
    summary: str | Unset = UNSET
    """What the invitation calls it."""

    _members: ClassVar[List[Member]] = [
        Member("access", "access", named("NewShareAccess"), True),
        Member("summary", "summary", TEXT, False),
    ]


class NewShareAccess(OpenText):
    """What they may do."""

    BUSY = "busy"
    READ = "read"
    READ_WRITE = "read-write"
