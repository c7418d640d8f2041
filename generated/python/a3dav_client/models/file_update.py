# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class FileUpdate(Model):
    """What to change of a folder or a file."""

    name: str | Unset = UNSET
    """The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot
    be seen are refused.
    """
    folder: str | Unset = UNSET
    """Identifies an object for as long as it exists."""

    _members: ClassVar[List[Member]] = [
        Member("name", "name", TEXT, False),
        Member("folder", "folder", TEXT, False),
    ]
