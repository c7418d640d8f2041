"""Whatever an organizer plans: each attendee is told of their own instances, all of them, and of nobody else's."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import format_utc, parse_utc
from a3dav_content.itip.addresses import attendees
from a3dav_content.itip.messages import Message, sequence_of
from a3dav_content.itip.outgoing import organizer_changes
from a3dav_content.occurrences import Instances

ME = frozenset({"mailto:o@x"})
PEOPLE = ("mailto:a@x", "mailto:b@x")
FIRST, DAY, HOUR = parse_utc("20250601T100000Z"), 86_400, 3600
TIMES = 6
people = st.frozensets(st.sampled_from(PEOPLE))
status = st.sampled_from(["NEEDS-ACTION", "ACCEPTED", "DECLINED"])


@dataclass(frozen=True)
class Part:
    """A component: who is invited, the shift in hours, its title, and whether it is cancelled."""

    invited: frozenset[str]
    shift: int
    title: str
    cancelled: bool
    replied: str

    def lines(self, at, *more):
        start = at + self.shift * HOUR
        people = [f"ATTENDEE;PARTSTAT={self.replied}:{who}" for who in sorted(self.invited)]
        said = [f"SUMMARY:{self.title}", *(["STATUS:CANCELLED"] if self.cancelled else [])]
        return [
            "BEGIN:VEVENT",
            "UID:1",
            f"DTSTART:{format_utc(start)}",
            "ORGANIZER:mailto:o@x",
            *said,
            *people,
            *more,
            "END:VEVENT",
        ]


@dataclass(frozen=True)
class Plan:
    """A series of six days, and what is otherwise on days after the first and before the last two."""

    series: Part
    others: dict[int, Part]
    left_out: frozenset[int]
    overrides: dict[int, Part] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "overrides", {day: p for day, p in self.others.items() if day not in self.left_out})

    def object(self):
        excluded = [f"EXDATE:{format_utc(FIRST + day * DAY)}" for day in sorted(self.left_out)]
        lines = self.series.lines(FIRST, f"RRULE:FREQ=DAILY;COUNT={TIMES}", *excluded)
        for day, part in self.overrides.items():
            place = FIRST + day * DAY
            lines += part.lines(place, f"RECURRENCE-ID:{format_utc(place)}")
        return CalendarObject.parse("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode())

    def seen_by(self, who):
        """Day by day when, under what title and with whom; of the days on which somebody is invited."""
        days = {day: self.overrides.get(day, self.series) for day in range(TIMES) if day not in self.left_out}
        return {
            day: (FIRST + day * DAY + part.shift * HOUR, part.title, part.invited)
            for day, part in days.items() if who in part.invited and not part.cancelled
        }  # fmt: skip


flag = st.sampled_from([False, False, True])
whole = st.builds(Part, people, st.just(0), st.sampled_from("xy"), st.just(False), status)
part = st.builds(Part, people, st.integers(0, 2), st.sampled_from("xy"), flag, status)
plans = st.builds(Plan, whole, st.dictionaries(st.integers(1, 3), part), st.frozensets(st.integers(1, 3), max_size=1))


def told(message):
    """What a message tells, as `Plan.seen_by`."""
    found = Instances(message.object())
    return {
        (one.anchor - FIRST) // DAY: (one.start, one.component.value("SUMMARY"), frozenset(attendees(one.component)))
        for one in found.all()
    }  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(plans)
def test_an_invitation_tells_each_of_their_own_instances_and_of_no_others(plan):
    out = organizer_changes(None, plan.object(), ME, 0)
    assert {message.recipient: told(message) for message in out.messages} == {
        who: plan.seen_by(who) for who in PEOPLE if plan.seen_by(who)
    }


@settings(max_examples=100, deadline=None)
@given(plans)
def test_what_all_are_told_is_the_whole_again(plan):
    out = organizer_changes(None, plan.object(), ME, 0)
    merged = {day: seen for message in out.messages for day, seen in told(message).items()}
    assert merged == plan.seen_by(PEOPLE[0]) | plan.seen_by(PEOPLE[1])


@settings(max_examples=200, deadline=None)
@given(plans, plans)
def test_who_sees_a_change_is_told_and_nobody_else(before, after):
    out = organizer_changes(before.object(), after.object(), ME, 0)
    assert {message.recipient for message in out.messages} == {
        who for who in PEOPLE if before.seen_by(who) != after.seen_by(who)
    }


@settings(max_examples=100, deadline=None)
@given(plans, plans)
def test_messages_name_no_instance_that_the_attendee_never_had(before, after):
    out = organizer_changes(before.object(), after.object(), ME, 0)
    for message in out.messages:
        own = before.seen_by(message.recipient) | after.seen_by(message.recipient)
        assert {(place - FIRST) // DAY for place in message.places() if place is not None} <= own.keys()


@settings(max_examples=100, deadline=None)
@given(plans, plans)
def test_what_is_kept_revises_what_was_and_every_message_can_be_read(before, after):
    first = organizer_changes(None, before.object(), ME, 0)
    old = first.stored or before.object()
    out = organizer_changes(old, after.object(), ME, 0)
    kept = out.stored or after.object()
    assert sequence_of(kept.components[0]) >= sequence_of(old.components[0])
    assert [Message.load(message.dump()).body() for message in out.messages] == [m.body() for m in out.messages]
    assert organizer_changes(kept, kept, ME, 0).messages == ()
