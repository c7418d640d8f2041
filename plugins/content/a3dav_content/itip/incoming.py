"""A received message and what its recipient has become what they have from now on (RFC 5546, RFC 6638 §4).

Any message may come late, twice or before the one that it builds on. What was received is remembered in `past`, a
text that the caller keeps for the user and the UID, and gives back with the next message.
"""

from __future__ import annotations

from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.itip.additions import add
from a3dav_content.itip.addresses import attendee, attendees, delegated_from, delegated_to, organizer_of
from a3dav_content.itip.cancellations import cancel
from a3dav_content.itip.cases import Case
from a3dav_content.itip.delegations import release
from a3dav_content.itip.messages import FROM_ORGANIZER, Message
from a3dav_content.itip.own_copy import Copy
from a3dav_content.itip.past import Past
from a3dav_content.itip.questions import counter, decline_counter, refresh
from a3dav_content.itip.received import Received, Verdict
from a3dav_content.itip.replies import reply
from a3dav_content.itip.requests import request
from a3dav_content.lines import Component

_BY_METHOD = {
    "REQUEST": request,
    "PUBLISH": request,
    "ADD": add,
    "CANCEL": cancel,
    "REPLY": reply,
    "REFRESH": refresh,
    "COUNTER": counter,
    "DECLINECOUNTER": decline_counter,
}


def receive(message: Message, stored: CalendarObject | None, me: frozenset[str], now: int, past: str = "") -> Received:
    """Never raises for what a message holds: what cannot be applied is refused.

    `stored` is what the recipient has of this UID, `me` their normal addresses.
    """
    case = Case(message, stored, me, now, Past.load(past))
    try:
        case.copy = None if stored is None else Copy(stored)
        reason = _objection(case)
        if reason:
            return Received(Verdict.REFUSED, stored, past, reason=reason)
        found = _BY_METHOD[message.method](case)
        if stored is None or found.verdict is not Verdict.APPLIED or message.method not in {"REQUEST", "CANCEL"}:
            return found
        return replace(found, reply=(*found.reply, *release(case, stored, found.stored)))
    except ContentError as error:
        return Received(Verdict.REFUSED, stored, past, reason=str(error))


def _objection(case: Case) -> str:
    """Why a message has no say in what the recipient has; "" where it has (RFC 5546 §6.1)."""
    message, stored = case.message, case.stored
    if stored is not None and (stored.component, stored.uid) != (message.component, message.uid):
        return "the message is about another object"
    if message.component == "VFREEBUSY":
        return "free-busy time is not kept"
    if message.method not in FROM_ORGANIZER:
        return ""
    if message.organizer in case.me:
        return "the recipient is the organizer"
    if stored is not None and message.organizer != organizer_of(stored.components[0]):
        return "the organizer is another one"
    if message.method == "PUBLISH" and stored is not None and any(map(attendees, stored.components)):
        return "what is published is no part of an invitation"
    if message.method == "CANCEL" and stored is not None and _delegated_by(message.originator, stored, case.me):
        return ""
    return "" if _may_speak(message, case.me) else "the sender is not the organizer, and does not act for them"


def _may_speak(message: Message, me: frozenset[str]) -> bool:
    """SENT-BY in the message is the claim of whoever wrote it: who acts for another is known before (`originator`)."""
    return all(
        message.originator == organizer_of(component)
        or (message.method == "REQUEST" and _delegates(message, component, me))
        for component in message.components
    )


def _delegated_by(sender: str, stored: CalendarObject, me: frozenset[str]) -> bool:
    """Whoever delegated may take it back."""
    entries = (attendee(component, me) for component in stored.components)
    return any(entry is not None and sender in delegated_from(entry) for entry in entries)


def _delegates(message: Message, component: Component, me: frozenset[str]) -> bool:
    """RFC 5546 §3.2.2.3: an attendee sends the request on to the one to whom they delegate."""
    found = attendees(component)
    sender = found.get(message.originator)
    named = delegated_to(sender) if sender is not None else ()
    return any(a in me and a in named and message.originator in delegated_from(e) for a, e in found.items())
