"""Whatever an organizer and attendees do, and however messages are delayed: in the end both sides agree."""

import os
from datetime import datetime, timedelta
from itertools import islice

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import attendee, attendees, partstat, with_param
from a3dav_content.itip.incoming import receive
from a3dav_content.itip.outgoing import attendee_changes, organizer_changes
from a3dav_content.itip.own_copy import Copy, with_first, without
from a3dav_content.itip.past import sent
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances

ANNA = "mailto:anna@example.org"
GUESTS = [f"mailto:{name}@example.org" for name in ("ben", "cleo", "dora")]
EVE = "mailto:eve@example.org"
START = datetime(2026, 6, 1, 10)
WEEKS = 4
MOST_MESSAGES = 500
"""What is still under way after so many deliveries goes in circles."""
SHAPES = {"one": [], "weekly": [f"RRULE:FREQ=WEEKLY;COUNT={WEEKS}"]}


def series(shape, guests):
    people = [f"ATTENDEE;PARTSTAT=ACCEPTED:{ANNA}", *(f"ATTENDEE;RSVP=TRUE:{guest}" for guest in guests)]
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:lunch", "DTSTAMP:20260501T000000Z",
        f"ORGANIZER:{ANNA}", *people, *times(START), "SUMMARY:Lunch", *SHAPES[shape], "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    return CalendarObject.parse("\r\n".join(lines).encode())


def times(start):
    return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}"]


def moved(component, hours):
    for entry in component.all("DTSTART") + component.all("DTEND"):
        moment = datetime.strptime(entry.value, "%Y%m%dT%H%M%SZ") + timedelta(hours=hours)
        component = with_first(component, Property(entry.name, f"{moment:%Y%m%dT%H%M%SZ}"))
    return component


def changed(component, address, change):
    """A component with one of its attendees changed, or left out."""
    entry = attendees(component).get(address)
    if entry is None:
        return component
    new = change(entry)
    lines = [new if one is entry else one for one in component.properties]
    return Component(component.name, [one for one in lines if one is not None], component.components)


def invited(component, address):
    if address in attendees(component):
        return component
    added = Property("ATTENDEE", address, (("RSVP", ("TRUE",)),))
    return Component(component.name, [*component.properties, added], component.components)


def agenda(found, address):
    """The instances that a user is part of: when they are, what they are called, and what was answered."""
    listed = {}
    for one in islice(Instances(found).all(), 50) if found is not None else ():
        entry = attendee(one.component, {address})
        if entry is not None and one.component.value("STATUS") != "CANCELLED":
            said = one.component.value("SUMMARY"), one.component.value("LOCATION")
            listed[one.anchor] = (one.start, one.end, *said, partstat(entry))
    return listed


class Side:
    """What one user has, and what they remember of messages."""

    def __init__(self, address):
        self.address, self.stored, self.past = address, None, ""

    @property
    def me(self):
        return frozenset({self.address})

    def places(self):
        return [one.anchor for one in Instances(self.stored).all()] if self.stored is not None else []


class Agreement(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.now = 1_780_000_000
        self.sides = {address: Side(address) for address in (ANNA, *GUESTS, EVE)}
        self.under_way = {}

    # -- messages ------------------------------------------------------------------------------------

    def send(self, messages):
        for message in messages:
            self.under_way.setdefault((message.originator, message.recipient), []).append(message)

    def deliver(self, pair, number, again=False):
        queue = self.under_way[pair]
        number = 0 if EVE in pair else number  # what a delegator takes back is known only to who has it
        message = queue[number % len(queue)]
        if not again:
            del queue[number % len(queue)]
        side = self.sides[message.recipient]
        self.now += 1
        found = receive(message, side.stored, side.me, self.now, side.past)
        side.stored, side.past = found.stored, found.past
        self.send(found.reply)

    def waiting(self):
        return sorted(pair for pair, queue in self.under_way.items() if queue)

    # -- edits -----------------------------------------------------------------------------------------

    def organize(self, edit):
        side = self.sides[ANNA]
        self.now += 60
        before = side.stored
        after = edit(Copy(before)) if before is not None else None
        if after is before:
            return
        told = organizer_changes(before, after, side.me, self.now)
        side.stored = told.stored or after
        side.past = sent(side.past, told.messages)
        self.send(told.messages)

    def attend(self, address, edit):
        side = self.sides[address]
        self.now += 60
        before = side.stored
        after = edit(Copy(before))
        if after is before:
            return
        told = attendee_changes(before, after, side.me, self.now)
        side.stored = told.stored or after
        self.send(told.messages)

    def each(self, copy, change):
        """The object with all its components changed."""
        copy.parts = {place: change(component) for place, component in copy.parts.items()}
        return copy.object()

    def one(self, copy, number, change):
        """The object with one of its instances changed; the whole where it does not recur."""
        places = sorted(one.anchor for one in Instances(copy.found).all())
        if not places:
            return copy.found
        place = places[number % len(places)]
        recurs = copy.master is None or copy.master.first("RRULE") is not None
        found = copy.at(place if recurs else None)
        if found is None:
            return copy.found
        if recurs:
            copy.put(place, change(found))
        else:
            copy.parts[None] = change(found)
        return copy.object()

    def taken_out(self, copy, number):
        places = sorted(one.anchor for one in Instances(copy.found).all())
        if copy.master is None or copy.master.first("RRULE") is None or len(places) < 2:
            return copy.found
        copy.exclude(places[number % len(places)])
        return copy.object()

    # -- rules -------------------------------------------------------------------------------------------

    @initialize(shape=st.sampled_from(sorted(SHAPES)), guests=st.sets(st.sampled_from(GUESTS), min_size=1))
    def invite(self, shape, guests):
        side = self.sides[ANNA]
        after = series(shape, sorted(guests))
        told = organizer_changes(None, after, side.me, self.now)
        side.stored, side.past = told.stored or after, sent("", told.messages)
        self.send(told.messages)

    def organized(self):
        return self.sides[ANNA].stored is not None

    @precondition(organized)
    @rule(hours=st.integers(1, 3))
    def move_all(self, hours):
        self.organize(lambda copy: self.moved_series(copy, hours))

    def moved_series(self, copy, hours):
        copy.parts = {None: moved(without(copy.master, "EXDATE"), hours)}
        return copy.object()

    @precondition(organized)
    @rule(word=st.sampled_from(["Hall", "Roof"]), bump=st.booleans())
    def change_place(self, word, bump):
        self.organize(lambda copy: self.each(copy, lambda one: self.with_place(one, word, bump)))

    def with_place(self, component, word, bump):
        number = int(component.value("SEQUENCE") or 0) + bump
        return with_first(with_first(component, Property("LOCATION", word)), Property("SEQUENCE", str(number)))

    @precondition(organized)
    @rule()
    def only_bump(self):
        self.organize(
            lambda copy: self.each(
                copy, lambda one: with_first(one, Property("SEQUENCE", str(int(one.value("SEQUENCE") or 0) + 1)))
            )
        )

    @precondition(organized)
    @rule(number=st.integers(0, 3), hours=st.integers(1, 3))
    def move_one(self, number, hours):
        self.organize(lambda copy: self.one(copy, number, lambda one: moved(one, hours)))

    @precondition(organized)
    @rule(number=st.integers(0, 3), word=st.sampled_from(["Attic", "Cellar"]))
    def change_one(self, number, word):
        self.organize(lambda copy: self.one(copy, number, lambda one: with_first(one, Property("LOCATION", word))))

    @precondition(organized)
    @rule(number=st.integers(0, 3))
    def call_off_one(self, number):
        self.organize(lambda copy: self.one(copy, number, lambda one: with_first(one, Property("STATUS", "CANCELLED"))))

    @precondition(organized)
    @rule(number=st.integers(0, 3))
    def drop_one(self, number):
        self.organize(lambda copy: self.taken_out(copy, number))

    @precondition(organized)
    @rule(number=st.integers(0, 3))
    def make_regular_again(self, number):
        self.organize(lambda copy: self.regular(copy, number))

    def regular(self, copy, number):
        places = sorted(copy.overrides)
        if not places or copy.master is None:
            return copy.found
        del copy.parts[places[number % len(places)]]
        return copy.object()

    @precondition(organized)
    @rule(guest=st.sampled_from(GUESTS))
    def invite_to_all(self, guest):
        self.organize(lambda copy: self.each(copy, lambda one: invited(one, guest)))

    @precondition(organized)
    @rule(guest=st.sampled_from(GUESTS), number=st.integers(0, 3))
    def invite_to_one(self, guest, number):
        self.organize(lambda copy: self.one(copy, number, lambda one: invited(one, guest)))

    @precondition(organized)
    @rule(guest=st.sampled_from(GUESTS))
    def uninvite_from_all(self, guest):
        self.organize(lambda copy: self.each(copy, lambda one: changed(one, guest, lambda entry: None)))

    @precondition(organized)
    @rule(guest=st.sampled_from(GUESTS), number=st.integers(0, 3))
    def uninvite_from_one(self, guest, number):
        self.organize(lambda copy: self.one(copy, number, lambda one: changed(one, guest, lambda entry: None)))

    @precondition(organized)
    @rule()
    def call_all_off(self):
        self.organize(lambda copy: None)

    def guests(self):
        return [address for address in (*GUESTS, EVE) if self.sides[address].stored is not None]

    def attended(self):
        return bool(self.guests())

    def guest(self, number):
        return self.guests()[number % len(self.guests())]

    @precondition(attended)
    @rule(who=st.integers(0, 3), word=st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"]))
    def answer(self, who, word):
        address = self.guest(who)
        say = lambda one: changed(one, address, lambda entry: with_param(entry, "PARTSTAT", word))  # noqa: E731
        self.attend(address, lambda copy: self.each(copy, say))

    @precondition(attended)
    @rule(who=st.integers(0, 3), word=st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"]))
    def answer_the_series_alone(self, who, word):
        address = self.guest(who)
        say = lambda one: changed(one, address, lambda entry: with_param(entry, "PARTSTAT", word))  # noqa: E731
        self.attend(address, lambda copy: self.first(copy, say))

    def first(self, copy, change):
        if copy.master is None:
            return copy.found
        copy.parts[None] = change(copy.master)
        return copy.object()

    @precondition(attended)
    @rule(who=st.integers(0, 3), number=st.integers(0, 3), word=st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"]))
    def answer_one(self, who, number, word):
        address = self.guest(who)
        say = lambda one: changed(one, address, lambda entry: with_param(entry, "PARTSTAT", word))  # noqa: E731
        self.attend(address, lambda copy: self.one(copy, number, say))

    @precondition(attended)
    @rule(who=st.integers(0, 3))
    def delete(self, who):
        address = self.guest(who)
        self.attend(address, lambda copy: copy.found if self.has_delegated(copy, address) else None)

    def has_delegated(self, copy, address):
        """Such a guest first comes themselves again, since nobody else might tell their delegate."""
        entries = [attendee(component, {address}) for component in copy.parts.values()]
        return any(entry is not None and entry.param("DELEGATED-TO") for entry in entries)

    @precondition(attended)
    @rule(who=st.integers(0, 3), number=st.integers(0, 3))
    def delete_one(self, who, number):
        self.attend(self.guest(who), lambda copy: self.taken_out(copy, number))

    @precondition(lambda self: bool(self.waiting()))
    @rule(pair=st.integers(0, 9), number=st.integers(0, 9), again=st.booleans())
    def arrive(self, pair, number, again):
        pairs = self.waiting()
        self.deliver(pairs[pair % len(pairs)], number, again)

    @precondition(lambda self: GUESTS[0] in self.guests())
    @rule()
    def delegate(self):
        """Ben sends Eve instead; she is no guest of anybody else, so that she has one delegator."""
        to_eve = lambda entry: with_param(with_param(entry, "PARTSTAT", "DELEGATED"), "DELEGATED-TO", EVE)  # noqa: E731
        self.attend(GUESTS[0], lambda copy: self.each(copy, lambda one: changed(one, GUESTS[0], to_eve)))

    @rule()
    def wait(self):
        self.now += 3600

    # -- in the end ----------------------------------------------------------------------------------------

    def teardown(self):
        for _ in range(MOST_MESSAGES):
            if not self.waiting():
                break
            self.deliver(self.waiting()[0], 0)
        assert not self.waiting()
        for guest in (*GUESTS, EVE):
            self.compare(guest)

    def compare(self, guest):
        asked = agenda(self.sides[ANNA].stored, guest)
        held = agenda(self.sides[guest].stored, guest)
        declined = {place for place, told in asked.items() if told[-1] == "DECLINED"}
        assert {p: told for p, told in asked.items() if p not in declined or p in held} == held


Agreement.TestCase.settings = settings(
    max_examples=int(os.environ.get("A3DAV_AGREE_EXAMPLES", "150")), stateful_step_count=20, deadline=None
)
TestAgreement = pytest.mark.rfc("5546", "2.1.5")(Agreement.TestCase)
