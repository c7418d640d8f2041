# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .imported_object import ImportedObject

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ImportReport(Model):
    """What became of the objects of a file."""

    created: int
    updated: int
    unchanged: int
    refused: int
    objects: list[ImportedObject]

    _members: ClassVar[List[Member]] = [
        Member("created", "created", INTEGER, True),
        Member("updated", "updated", INTEGER, True),
        Member("unchanged", "unchanged", INTEGER, True),
        Member("refused", "refused", INTEGER, True),
        Member("objects", "objects", list_of(named("ImportedObject")), True),
    ]
