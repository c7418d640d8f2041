"""An invitation that an attendee passes on to a delegate is told as its organizer has it (RFC 5546 §3.2.2.3, §6.1.1).

Where the organizer has an account here, what the attendee says of the event counts for nothing: they might have made
it up, or know an old version. Of organizers elsewhere nobody here knows better.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from a3dav.identifiers import now_ms
from a3dav.principals import Account
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip import outgoing
from a3dav_content.itip.addresses import address_of, attendees
from a3dav_content.itip.messages import Message, message
from a3dav_content.itip.own_copy import Copy
from a3dav_content.lines import Component
from a3dav_scheduling import objects
from a3dav_scheduling.arrivals import Arrival
from a3dav_scheduling.names import CALENDARS
from a3dav_scheduling.recipients import accounts_of, mine


def vouched(arrival: Arrival) -> Message | None:
    """The message as it may be believed; None for one about what its organizer knows nothing of."""
    told, store = arrival.message, arrival.house.store
    if told.method != "REQUEST" or told.originator == told.organizer:
        return told
    known = accounts_of(store, {told.originator, told.organizer})
    organizer, delegator = known.get(told.organizer), known.get(told.originator)
    if organizer is None:
        return told
    found = _organized(arrival, organizer)
    if found is None:
        return None
    me = mine(store, delegator, found) if delegator is not None else frozenset({told.originator})
    true = _as_the_delegator_has_it(found, me)
    return _passed_on(told, true) if true is not None else None


def _organized(arrival: Arrival, organizer: Account) -> CalendarObject | None:
    store = arrival.house.store
    home = store.home(CALENDARS, organizer.id, organizer.name)
    present = next(iter(objects.by_uid(store, home.id, arrival.message.uid)), None) if home is not None else None
    if present is None or objects.rows_of(store, [present.id])[present.id].role != objects.ORGANIZER:
        return None
    return CalendarObject.stored(store.body(present).read())


def _as_the_delegator_has_it(found: CalendarObject, delegator: Set[str]) -> Message | None:
    invited = {address for component in found.components for address in attendees(component)} & delegator
    for address in sorted(invited):
        true = outgoing.request_for(found, address, now_ms() // 1000)
        if true is not None and true.method == "REQUEST":
            return true
    return None


def _passed_on(told: Message, true: Message) -> Message | None:
    """The instances that the delegator told of, out of what the organizer would tell them."""
    copy = Copy(true.object())
    made = []
    for place, said in told.places(true.object()).items():
        component = copy.at(place)
        if component is None:
            return None
        made.append(_with_both(component, said, {told.originator, told.recipient}))
    return message("REQUEST", told.originator, told.recipient, made, true.object().timezones, told.sent_by)


def _with_both(component: Component, said: Component, both: Set[str]) -> Component:
    """With delegator and delegate as the delegator enters them."""
    own = {address: entry for address, entry in attendees(said).items() if address in both}
    others = [e for e in component.properties if e.name != "ATTENDEE" or address_of(e) not in own]
    return replace(component, properties=[*others, *own.values()])
