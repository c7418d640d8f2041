# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Quota(Model):
    """Bytes that an account uses, and may use."""

    used: int
    """What it uses."""
    own: int | None
    """What it was given; null where the default counts."""
    limit: int | None
    """What counts; null where there is no limit."""

    _members: ClassVar[List[Member]] = [
        Member("used", "used", INTEGER, True),
        Member("own", "own", or_null(INTEGER), True),
        Member("limit", "limit", or_null(INTEGER), True),
    ]
