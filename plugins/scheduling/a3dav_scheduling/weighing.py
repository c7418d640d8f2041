"""One scheduling object before and after a write: what may not be, what is sent, what is kept (RFC 6638 §3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.identifiers import now_ms
from a3dav.principals import Account
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import LimitExceeded
from a3dav_content.itip import outgoing
from a3dav_content.itip.messages import Message
from a3dav_scheduling.groups import expanded
from a3dav_scheduling.names import caldav
from a3dav_scheduling.objects import ORGANIZER
from a3dav_scheduling.recipients import mine

if TYPE_CHECKING:
    from a3dav.storage.store import Store


@dataclass(slots=True, frozen=True)
class Sides:
    """An object before and after, in a calendar of `owner`; `sent_by` is who acts for them."""

    owner: Account
    before: CalendarObject | None
    after: CalendarObject | None
    sent_by: str = ""
    replies: bool = True


@dataclass(slots=True, frozen=True)
class Weighed:
    """`role` is that of the owner afterwards; `stored` is to be kept instead of what came, where it is not None."""

    role: str = ""
    messages: tuple[Message, ...] = ()
    stored: CalendarObject | None = None


def weigh(store: Store, sides: Sides) -> Weighed:
    """Raises the refusal of what the precondition of RFC 6638 §3.2.4 forbids that it names."""
    me = mine(store, sides.owner, sides.before, sides.after)
    was, becomes = _role(sides.before, me), _role(sides.after, me)
    try:
        if ORGANIZER in {was, becomes}:
            return _organized(store, sides, me, becomes)
        return Weighed(becomes)
    except LimitExceeded as error:
        raise Forbidden(str(error), condition=caldav("max-instances")) from error


def _role(found: CalendarObject | None, me: frozenset[str]) -> str:
    return "" if found is None else outgoing.role_of(found, me)


def _organized(store: Store, sides: Sides, me: frozenset[str], becomes: str) -> Weighed:
    before = sides.before if _role(sides.before, me) == ORGANIZER else None
    after = sides.after if becomes == ORGANIZER else None
    wider = expanded(store, after, before, sides.owner) if after is not None else None
    told = outgoing.organizer_changes(before, wider or after, me, now_ms() // 1000, sent_by=sides.sent_by)
    return Weighed(becomes, tuple(told.messages), told.stored or wider)
