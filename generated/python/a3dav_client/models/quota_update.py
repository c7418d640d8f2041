# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class QuotaUpdate(Model):
    """What to change of a quota."""

    own: int | None | Unset = UNSET
    """Bytes; null takes the default."""

    _members: ClassVar[List[Member]] = [
        Member("own", "own", or_null(INTEGER), False),
    ]
