"""Scheduling: messages of strangers, and whatever a client stores with people in it."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies import scheduling
from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import normal
from a3dav_content.itip.messages import Message
from a3dav_content.itip.outgoing import (
    Outgoing,
    attendee_changes,
    cancel_for,
    freebusy_reply,
    freebusy_request,
    judge_attendee_change,
    judge_organizer_change,
    organizer_changes,
    request_for,
)
from a3dav_content.itip.statuses import SERVER_PARAMS, request_codes, with_status
from a3dav_content.lines import Component, serialise

from .content import LIMITS, NOW, STEPS, refused
from .target import PART, Target, parts

PEOPLE = {"ORGANIZER", "ATTENDEE"}
ORGANIZER, ATTENDEE = frozenset({"mailto:o@x"}), frozenset({"mailto:a@x", "urn:uuid:a"})


def check_itip(data: bytes) -> None:
    """A message comes back from a queue; what a change sends can be read, and is sent once."""
    first, second = parts(data, 2)
    _check_message(first)
    before, after = _object(first), _object(second)
    if after is not None:
        _check_change(before, after)
    if before is not None:
        with refused:
            _sent(organizer_changes(before, None, ORGANIZER, NOW, budget=Budget(STEPS)))
        with refused:
            _sent(attendee_changes(before, None, ATTENDEE, NOW, budget=Budget(STEPS)))


def _check_message(data: bytes) -> None:
    with refused:
        found = Message.parse(data, "mailto:o@x", "a@x", LIMITS)
        again = Message.load(found.dump())
        assert (again.body(), again.uid, again.method) == (found.body(), found.uid, found.method)
        assert found.places().keys() == again.places().keys()
        assert all(
            normal(normal(entry.value)) == normal(entry.value) for c in found.components for entry in c.properties
        )
        assert all(request_codes(component) for component in found.components)
        assert found.sequence >= 0
    with refused:
        asked = freebusy_request(data, LIMITS)
        assert Message.parse(freebusy_reply(asked, next(iter(asked.attendees)), [], NOW)).uid == asked.uid
    with refused:
        Message.load(data)


def _object(data: bytes) -> CalendarObject | None:
    try:
        return CalendarObject.parse(data, LIMITS)
    except ContentError:
        return None


def _check_change(before: CalendarObject | None, after: CalendarObject) -> None:
    with refused:
        judge_organizer_change(before, after, ORGANIZER, frozenset({"mailto:b@x"}))
    with refused:
        judge_attendee_change(before, after, ATTENDEE, Budget(STEPS))
    with refused:
        told = organizer_changes(before, after, ORGANIZER, NOW, budget=Budget(STEPS))
        kept = _sent(told) or after
        assert organizer_changes(kept, kept, ORGANIZER, NOW, budget=Budget(STEPS)) == Outgoing()
    with refused:
        kept = _sent(attendee_changes(before, after, ATTENDEE, NOW, budget=Budget(STEPS))) or after
        assert attendee_changes(kept, kept, ATTENDEE, NOW, budget=Budget(STEPS)) == Outgoing()
    with refused:
        cancel_for(after, "mailto:z@x", NOW)
        request_for(after, "mailto:b@x", NOW)
        _readable(with_status(after, "mailto:b@x", ("2.0", "2.4")))


def _sent(told: Outgoing) -> CalendarObject | None:
    for message in told.messages:
        assert Message.parse(message.body(), message.originator, message.recipient).body() == message.body()
        people = [entry for c in message.components for entry in c.properties if entry.name in PEOPLE]
        assert not SERVER_PARAMS & {name for entry in people for name, _ in entry.params}
        assert normal(message.recipient) == message.recipient != ""
    if told.stored is not None:
        _readable(told.stored.calendar)
    return told.stored


def _readable(calendar: Component) -> None:
    CalendarObject.parse(serialise(calendar))


TARGETS = (
    Target(
        "itip", check_itip, st.tuples(scheduling.messages | scheduling.objects, scheduling.objects).map(PART.join),
        (Message.parse,),
        ("METHOD:REQUEST", "METHOD:REPLY", "METHOD:CANCEL", "ORGANIZER:mailto:o@x", "ATTENDEE:mailto:a@x",
            "ATTENDEE:mailto:b@x", ";PARTSTAT=ACCEPTED", ";SCHEDULE-AGENT=CLIENT", "RECURRENCE-ID:20240602T120000Z",
            ";RANGE=THISANDFUTURE", "EXDATE:20240602T120000Z", "SEQUENCE:1", "STATUS:CANCELLED"),
    ),
)  # fmt: skip
