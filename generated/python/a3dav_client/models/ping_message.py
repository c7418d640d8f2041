# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class PingMessage(Model):
    """What a webhook is sent for a try."""

    id: str
    """Identifies an object for as long as it exists."""
    type: str
    """What happened."""
    time: Timestamp
    """When it happened."""
    account: str
    """Identifies an object for as long as it exists."""
    webhook: str
    """Identifies an object for as long as it exists."""
    data: dict[str, Any]
    """Nothing."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("type", "type", TEXT, True),
        Member("time", "time", TIME, True),
        Member("account", "account", TEXT, True),
        Member("webhook", "webhook", TEXT, True),
        Member("data", "data", map_of(ANY), True),
    ]
