# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class SessionLimits(Model):
    """What the server takes, in bytes."""

    object_size: int
    """The largest event or contact."""
    file_size: int | None
    """The largest file; null without a limit."""
    import_size: int
    """The largest file of events or contacts to import."""

    _members: ClassVar[List[Member]] = [
        Member("objectSize", "object_size", INTEGER, True),
        Member("fileSize", "file_size", or_null(INTEGER), True),
        Member("importSize", "import_size", INTEGER, True),
    ]
