# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class InvitationAnswer(Model):
    """What to make of it."""

    state: InvitationAnswerState
    """Whether to have it."""
    summary: str | Unset = UNSET
    """What to call it among one's own."""

    _members: ClassVar[List[Member]] = [
        Member("state", "state", named("InvitationAnswerState"), True),
        Member("summary", "summary", TEXT, False),
    ]


class InvitationAnswerState(OpenText):
    """Whether to have it."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
