# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ImportedObject(Model):
    """What became of an object of a file."""

    href: str
    """Where it is or would be in DAV."""
    uid: str
    """Its UID."""
    status: int
    """201 for created, 204 for updated, 304 for unchanged, else why it was refused."""
    error: str | Unset = UNSET
    """A sentence."""
    condition: str | Unset = UNSET
    """The precondition that does not hold, as `{namespace}name`."""

    _members: ClassVar[List[Member]] = [
        Member("href", "href", TEXT, True),
        Member("uid", "uid", TEXT, True),
        Member("status", "status", INTEGER, True),
        Member("error", "error", TEXT, False),
        Member("condition", "condition", TEXT, False),
    ]
