# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .change import Change
    from .change_type import ChangeType

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ChangeMessage(Model):
    """What a webhook is sent of a change."""

    id: str
    """Identifies an object for as long as it exists."""
    type: ChangeType
    """What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
    collection of somebody else that appears among one's own is shared, and one that goes is unshared.
    """
    time: Timestamp
    """When it happened."""
    account: str
    """Identifies an object for as long as it exists."""
    webhook: str
    """Identifies an object for as long as it exists."""
    data: Change
    """That something changed."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("type", "type", named("ChangeType"), True),
        Member("time", "time", TIME, True),
        Member("account", "account", TEXT, True),
        Member("webhook", "webhook", TEXT, True),
        Member("data", "data", named("Change"), True),
    ]
