# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .principal import Principal
    from .share_access import ShareAccess
    from .share_answer import ShareAnswer

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Share(Model):
    """What somebody was offered of a calendar or an address book."""

    collection: str
    """Identifies an object for as long as it exists."""
    account: Principal
    """A person, a group, a room or a resource."""
    access: ShareAccess
    """What a share gives: when somebody is busy, everything to read, or everything to read and to change."""
    summary: str
    """What the invitation calls it."""
    answers: list[ShareAnswer]
    """What everybody who was invited made of it."""

    _members: ClassVar[List[Member]] = [
        Member("collection", "collection", TEXT, True),
        Member("account", "account", named("Principal"), True),
        Member("access", "access", named("ShareAccess"), True),
        Member("summary", "summary", TEXT, True),
        Member("answers", "answers", list_of(named("ShareAnswer")), True),
    ]
