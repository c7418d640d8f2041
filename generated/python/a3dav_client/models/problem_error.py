# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ProblemError(Model):
    """A place in the input and what is wrong there."""

    pointer: str
    """A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`."""
    detail: str
    """A sentence."""

    _members: ClassVar[List[Member]] = [
        Member("pointer", "pointer", TEXT, True),
        Member("detail", "detail", TEXT, True),
    ]
