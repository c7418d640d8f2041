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
    from .share_access import ShareAccess

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Invitation(Model):
    """What somebody offered to share."""

    id: str
    """Identifies an object for as long as it exists."""
    collection: str
    """Identifies an object for as long as it exists."""
    kind: InvitationKind
    """What is shared."""
    owner: Principal
    """A person, a group, a room or a resource."""
    access: ShareAccess
    """What a share gives: when somebody is busy, everything to read, or everything to read and to change."""
    summary: str
    """What its owner calls it."""
    state: InvitationState
    """What was made of it."""
    changed: Timestamp
    """A moment in UTC (RFC 3339)."""
    href: str | None
    """Its path in DAV among one's own, once it is accepted."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("collection", "collection", TEXT, True),
        Member("kind", "kind", named("InvitationKind"), True),
        Member("owner", "owner", named("Principal"), True),
        Member("access", "access", named("ShareAccess"), True),
        Member("summary", "summary", TEXT, True),
        Member("state", "state", named("InvitationState"), True),
        Member("changed", "changed", TIME, True),
        Member("href", "href", or_null(TEXT), True),
    ]


class InvitationKind(OpenText):
    """What is shared."""

    CALENDAR = "calendar"
    ADDRESSBOOK = "addressbook"
