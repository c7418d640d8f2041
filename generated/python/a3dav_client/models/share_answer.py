# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .invitation_state import InvitationState
    from .principal import Principal

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class ShareAnswer(Model):
    """What somebody made of an invitation."""

    account: Principal
    """A person, a group, a room or a resource."""
    state: InvitationState
    """What was made of it."""

    _members: ClassVar[List[Member]] = [
        Member("account", "account", named("Principal"), True),
        Member("state", "state", named("InvitationState"), True),
    ]
