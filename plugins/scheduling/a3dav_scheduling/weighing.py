"""One scheduling object before and after a write: what may not be, what is sent, what is kept (RFC 6638 §3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.identifiers import now_ms
from a3dav.principals import Account
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.itip import outgoing
from a3dav_content.itip.addresses import agent
from a3dav_content.itip.messages import Message
from a3dav_scheduling.groups import expanded
from a3dav_scheduling.names import caldav
from a3dav_scheduling.objects import ATTENDEE, ORGANIZER
from a3dav_scheduling.recipients import accounts_of, mine, people_of

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
    try:
        return _weighed(store, sides)
    except outgoing.ForbiddenChange as error:
        raise Forbidden(str(error), condition=caldav(error.precondition)) from error
    except LimitExceeded as error:
        raise Forbidden(str(error), condition=caldav("max-instances")) from error
    except ContentError as error:
        raise Forbidden(str(error), condition=caldav("valid-calendar-object-resource")) from error


def _weighed(store: Store, sides: Sides) -> Weighed:
    if sides.after is not None:
        outgoing.judge_same_organizer(sides.after)
    me = mine(store, sides.owner, sides.before, sides.after)
    was, becomes = outgoing.role_of(sides.before, me), outgoing.role_of(sides.after, me)
    if ORGANIZER in {was, becomes}:
        return _organized(store, sides, me, becomes)
    if ATTENDEE in {was, becomes}:
        return _attended(sides, me, becomes)
    return Weighed()


def _organized(store: Store, sides: Sides, me: frozenset[str], becomes: str) -> Weighed:
    before = sides.before if outgoing.role_of(sides.before, me) == ORGANIZER else None
    after = sides.after if becomes == ORGANIZER else None
    if sides.before is not None and sides.after is not None and before is None:
        outgoing.judge_attendee_change(sides.before, sides.after, me)
    if sides.after is not None:
        outgoing.judge_organizer_change(before, sides.after, me, _internal(store, sides.after))
    wider = expanded(store, after, before, sides.owner) if after is not None else None
    told = outgoing.organizer_changes(before, wider or after, me, now_ms() // 1000, sent_by=sides.sent_by)
    return Weighed(becomes, told.messages, told.stored or wider)


def _internal(store: Store, found: CalendarObject) -> frozenset[str]:
    """The addresses of those who speak for themselves, because they are users of this server."""
    return frozenset(accounts_of(store, people_of(found)))


def _attended(sides: Sides, me: frozenset[str], becomes: str) -> Weighed:
    if any(_is_left_alone(found) for found in (sides.before, sides.after) if found is not None):
        return Weighed(becomes)
    if sides.before is not None and sides.after is not None and becomes == ATTENDEE:
        outgoing.judge_attendee_change(sides.before, sides.after, me)
    told = outgoing.attendee_changes(
        sides.before, sides.after, me, now_ms() // 1000, reply=sides.replies, sent_by=sides.sent_by
    )
    return Weighed(becomes, told.messages, told.stored)


def _is_left_alone(found: CalendarObject) -> bool:
    """RFC 6638 §3.2.2.3: the client, or nobody, speaks with this organizer."""
    entries = (component.first("ORGANIZER") for component in found.components)
    return any(entry is not None and agent(entry) != "SERVER" for entry in entries)
