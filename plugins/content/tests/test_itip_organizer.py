"""What a change by the organizer sends, to whom, and what of it is kept (RFC 6638 §3.2.1, RFC 5546 §3.2 and §3.4)."""

import pytest

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import LimitExceeded
from a3dav_content.itip.messages import Message
from a3dav_content.itip.outgoing import cancel_for, organizer_changes, request_for, role_of
from a3dav_content.lines import line_of

ME = frozenset({"mailto:o@x"})
NOW = 1_735_689_600
STAMP = "20250101T000000Z"
OWNER = "ORGANIZER:mailto:o@x"
A, B, C = "ATTENDEE:mailto:a@x", "ATTENDEE:mailto:b@x", "ATTENDEE:mailto:c@x"
HOUR = ["DTSTART:20250601T100000Z", "DTEND:20250601T110000Z", "SUMMARY:Plan"]
DAILY = [*HOUR, "RRULE:FREQ=DAILY"]
THIRD = ["RECURRENCE-ID:20250603T100000Z", "DTSTART:20250603T100000Z", "DTEND:20250603T110000Z", "SUMMARY:Plan"]
THIRD_MOVED = ["RECURRENCE-ID:20250603T100000Z", "DTSTART:20250603T120000Z", "DTEND:20250603T130000Z", "SUMMARY:Plan"]
FOURTH = ["RECURRENCE-ID:20250604T100000Z", "DTSTART:20250604T100000Z", "DTEND:20250604T110000Z", "SUMMARY:Plan"]
ON_THIRD = "20250603T100000Z"


def obj(*components, kind="VEVENT"):
    """One calendar object; each component is a list of lines."""
    inner = [line for lines in components for line in (f"BEGIN:{kind}", "UID:1", *lines, f"END:{kind}")]
    return CalendarObject.parse("\n".join(["BEGIN:VCALENDAR", *inner, "END:VCALENDAR"]).encode())


def change(before, after):
    return organizer_changes(before, after, ME, NOW)


def told(out):
    """Messages as "REQUEST a: places", where the place of the whole is *."""
    return [f"{m.method} {m.recipient[7]}: {' '.join(map(place, m.components))}" for m in out.messages]


def place(component):
    entry = component.first("RECURRENCE-ID")
    return "*" if entry is None else entry.value + "".join(f"/{value}" for value in entry.params_named("RANGE"))


def lines(component, *names):
    return [line_of(entry) for entry in component.properties if entry.name in names]


def kept(out, *names):
    """What is to be stored; the lines of each component with these names."""
    return [lines(component, *names) for component in out.stored.components]


def agent(name, entry=A):
    return entry.replace("ATTENDEE", f"ATTENDEE;SCHEDULE-AGENT={name}")


def accepted(entry):
    return entry.replace("ATTENDEE", "ATTENDEE;PARTSTAT=ACCEPTED")


# -- who is who ---------------------------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "3.1")
@pytest.mark.parametrize(
    ("components", "me", "role"),
    [
        ([[*HOUR, OWNER, A]], {"mailto:o@x"}, "organizer"),
        ([[*HOUR, "ORGANIZER:MAILTO:O@X"]], {"mailto:o@x"}, "organizer"),
        ([[*HOUR, OWNER, A]], {"mailto:a@x"}, "attendee"),
        ([[*HOUR, OWNER, A]], {"mailto:b@x"}, ""),
        ([[*HOUR, A]], {"mailto:a@x"}, ""),
        ([[*DAILY, OWNER, A], [*THIRD, A]], {"mailto:o@x"}, ""),
        ([[*DAILY, OWNER, A], [*THIRD, "ORGANIZER:mailto:p@x", A]], {"mailto:o@x"}, ""),
    ],
)
def test_an_object_is_the_organizers_the_attendees_or_nobodys(components, me, role):
    assert role_of(obj(*components), frozenset(me)) == role


# -- the tables of RFC 6638 ---------------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "3.2.1.1/request")
@pytest.mark.rfc("5546", "3.2.2")
@pytest.mark.parametrize(
    ("entry", "expected"),
    [(A, ["REQUEST a: *"]), (agent("SERVER"), ["REQUEST a: *"]), (agent("CLIENT"), []), (agent("NONE"), [])],
)
def test_creating_invites_those_whom_the_server_serves(entry, expected):
    assert told(change(None, obj([*HOUR, OWNER, entry]))) == expected


@pytest.mark.rfc("6638", "3.2.1.2/agents")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        ([], [A], ["REQUEST a: *"]),
        ([], [agent("CLIENT")], []),
        ([], [agent("NONE")], []),
        ([A], [], ["CANCEL a: *"]),
        ([A], [A], ["REQUEST a: *"]),
        ([A], [agent("CLIENT")], ["CANCEL a: *"]),
        ([A], [agent("NONE")], ["CANCEL a: *"]),
        ([agent("CLIENT")], [], []),
        ([agent("CLIENT")], [A], ["REQUEST a: *"]),
        ([agent("CLIENT")], [agent("CLIENT")], []),
        ([agent("CLIENT")], [agent("NONE")], []),
        ([agent("NONE")], [], []),
        ([agent("NONE")], [A], ["REQUEST a: *"]),
        ([agent("NONE")], [agent("CLIENT")], []),
        ([agent("NONE")], [agent("NONE")], []),
    ],
)
def test_a_change_tells_each_by_their_agents_before_and_after(before, after, expected):
    assert told(change(obj([*HOUR, OWNER, *before]), obj([*HOUR, OWNER, "LOCATION:Here", *after]))) == expected


@pytest.mark.rfc("6638", "3.2.1.3")
@pytest.mark.rfc("5546", "3.2.5/sent", "3.2.5/whole")
@pytest.mark.parametrize(
    ("entry", "expected"),
    [(A, ["CANCEL a: *"]), (agent("CLIENT"), []), (agent("NONE"), [])],
)
def test_removing_cancels_for_those_whom_the_server_serves(entry, expected):
    assert told(change(obj([*HOUR, OWNER, entry]), None)) == expected


@pytest.mark.rfc("6638", "3.2.1/self")
def test_an_organizer_who_attends_hears_nothing():
    assert told(change(None, obj([*HOUR, OWNER, "ATTENDEE:MAILTO:O@x", A]))) == ["REQUEST a: *"]


@pytest.mark.rfc("6638", "3.2.1/self")
def test_an_organizer_who_attends_under_another_address_hears_nothing():
    mine = ME | {"urn:uuid:o"}
    assert told(organizer_changes(None, obj([*HOUR, OWNER, "ATTENDEE:urn:uuid:O", A]), mine, NOW)) == ["REQUEST a: *"]


@pytest.mark.rfc("6638", "3.2.3.1")
def test_a_meeting_that_becomes_private_is_cancelled():
    assert told(change(obj([*HOUR, OWNER, A]), obj(HOUR))) == ["CANCEL a: *"]
    assert told(change(obj(HOUR), obj([*HOUR, OWNER, A]))) == ["REQUEST a: *"]


def test_what_somebody_else_organizes_sends_nothing():
    assert told(change(None, obj([*HOUR, "ORGANIZER:mailto:p@x", A]))) == []


# -- what is a change ---------------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "3.2.2.2", "4.2.3")
@pytest.mark.parametrize(
    "line",
    ["LOCATION:Here", "DESCRIPTION:More", "URL:http://x", "ATTACH:http://x", "CATEGORIES:Work", "X-ALT-DESC:<b>",
     "STATUS:TENTATIVE", "PRIORITY:1", "CLASS:PRIVATE", "EXDATE:20250602T100000Z\nLOCATION:Here"],
)  # fmt: skip
def test_what_is_told_of_an_event_is_told_when_it_changes(line):
    assert told(change(obj([*DAILY, OWNER, A]), obj([*DAILY, OWNER, A, line]))) == ["REQUEST a: *"]


@pytest.mark.parametrize(
    "line",
    ["X-MOZ-LASTACK:20250101T000000Z", "TRANSP:TRANSPARENT", "COLOR:red", "LAST-MODIFIED:20250101T000000Z",
     "SEQUENCE:7", "STATUS:CONFIRMED", "PRIORITY:0", "CLASS:PUBLIC", "DESCRIPTION:",
     "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM"],
)  # fmt: skip
@pytest.mark.rfc("6638", "3.2.1.2/instances")
def test_what_is_the_organizers_alone_or_says_nothing_sends_nothing(line):
    out = change(obj([*DAILY, OWNER, A]), obj([*DAILY, OWNER, A, line]))
    assert told(out) == []
    assert out.stored is None


@pytest.mark.parametrize(
    "same",
    [
        ["DTSTART;TZID=Europe/Berlin:20250601T120000", "DURATION:PT1H", "SUMMARY:Plan"],
        ["SUMMARY:Plan", "DTEND:20250601T110000Z", "DTSTART:20250601T100000Z"],
        ["DTSTART:20250601T100000Z", "DTEND:20250601T110000Z", "SUMMARY;LANGUAGE=en:Plan"],
    ],
)
def test_the_same_told_in_another_way_is_no_reschedule(same):
    out = change(obj([*HOUR, OWNER, accepted(A)]), obj([*same, OWNER, accepted(A)]))
    assert out.stored is None


@pytest.mark.rfc("6638", "3.2.10")
@pytest.mark.parametrize(
    "entry",
    [accepted(A), "ATTENDEE;RSVP=TRUE:mailto:a@x", "ATTENDEE;SCHEDULE-STATUS=2.0:mailto:a@x", "ATTENDEE;CN=Al:MAILTO:A@x",
     'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:b@x":mailto:a@x'],
)  # fmt: skip
def test_how_far_somebody_replied_is_told_to_nobody(entry):
    assert told(change(obj([*HOUR, OWNER, A, B]), obj([*HOUR, OWNER, entry, B]))) == []


@pytest.mark.rfc("6638", "3.2.10")
def test_an_override_that_differs_by_a_reply_alone_is_told_to_nobody():
    alone, with_override = obj([*DAILY, OWNER, A, B]), obj([*DAILY, OWNER, A, B], [*THIRD, OWNER, accepted(A), B])
    assert told(change(alone, with_override)) == []
    assert told(change(with_override, alone)) == []


@pytest.mark.parametrize("entry", ["ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:a@x", "ATTENDEE;CUTYPE=ROOM:mailto:a@x"])
def test_who_somebody_is_in_the_meeting_is_told_to_all(entry):
    assert told(change(obj([*HOUR, OWNER, A, B]), obj([*HOUR, OWNER, entry, B]))) == ["REQUEST a: *", "REQUEST b: *"]


@pytest.mark.rfc("5546", "3.2.2.6/request")
def test_who_is_added_is_invited_and_others_hear_of_it():
    out = change(obj([*HOUR, OWNER, accepted(A)]), obj([*HOUR, OWNER, accepted(A), B]))
    assert told(out) == ["REQUEST a: *", "REQUEST b: *"]
    assert out.stored is None


# -- sequence and participation -----------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "2.1.4/raised")
@pytest.mark.rfc("6638", "3.2.5")
@pytest.mark.rfc("6638", "3.2.8")
@pytest.mark.rfc("5546", "3.2.2.1")
@pytest.mark.parametrize(
    ("before", "after", "again"),
    [
        (HOUR, ["DTSTART:20250601T103000Z", "DTEND:20250601T110000Z", "SUMMARY:Plan"], True),
        (HOUR, ["DTSTART:20250601T100000Z", "DTEND:20250601T120000Z", "SUMMARY:Plan"], True),
        (HOUR, ["DTSTART:20250601T100000Z", "DURATION:PT2H", "SUMMARY:Plan"], True),
        (HOUR, DAILY, True),
        (DAILY, [*HOUR, "RRULE:FREQ=WEEKLY"], False),
        (DAILY, [*HOUR, "RRULE:FREQ=DAILY;UNTIL=20250610T100000Z"], False),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=5"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=9"], True),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=9"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=5"], False),
        ([*HOUR, "RRULE:FREQ=WEEKLY"], DAILY, True),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=5"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=5", "RDATE:20250701T100000Z"], True),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=5", "RDATE:20250701T100000Z"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=5"], False),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=5"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=5", "RDATE:20250603T100000Z"], False),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=2000"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=3000"], True),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=3000"], [*HOUR, "RRULE:FREQ=DAILY;COUNT=2000"], False),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=3000"], DAILY, True),
        ([*HOUR, "RRULE:FREQ=DAILY;UNTIL=20300101T000000Z"], [*HOUR, "RRULE:FREQ=DAILY;UNTIL=20310101T000000Z"], True),
        ([*HOUR, "RRULE:FREQ=DAILY;UNTIL=20310101T000000Z"], [*HOUR, "RRULE:FREQ=DAILY;UNTIL=20300101T000000Z"], False),
        (DAILY, [*DAILY, "EXDATE:20250603T100000Z"], False),
        ([*DAILY, "EXDATE:20250603T100000Z"], DAILY, True),
        (HOUR, [*HOUR, "STATUS:TENTATIVE"], False),
        ([*HOUR, "STATUS:CANCELLED"], HOUR, True),
        (
            ["DTSTART;TZID=Europe/Berlin:20250601T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY", "SUMMARY:Plan"],
            ["DTSTART;TZID=Africa/Johannesburg:20250601T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY", "SUMMARY:Plan"],
            True,
        ),
    ],
)
def test_a_revision_raises_the_sequence_and_asks_again_where_it_reschedules(before, after, again):
    out = change(obj([*before, OWNER, accepted(A)]), obj([*after, OWNER, accepted(A)]))
    entry = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x" if again else accepted(A)
    assert kept(out, "ATTENDEE", "SEQUENCE") == [[entry, "SEQUENCE:1"]]


@pytest.mark.rfc("5546", "2.1.4/raised")
@pytest.mark.rfc("5546", "3.4.2.1")
@pytest.mark.parametrize("due", ["DUE:20250603T100000Z", "DTSTART:20250601T100000Z\nDUE:20250602T100000Z"])
def test_a_to_do_that_is_due_at_another_time_is_asked_for_again(due):
    before = obj(["DUE:20250602T100000Z", OWNER, accepted(A)], kind="VTODO")
    out = change(before, obj([due, OWNER, accepted(A)], kind="VTODO"))
    assert told(out) == ["REQUEST a: *"]
    assert kept(out, "ATTENDEE", "SEQUENCE") == [["ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x", "SEQUENCE:1"]]


@pytest.mark.rfc("5546", "2.1.4/raised")
@pytest.mark.parametrize(
    ("old", "new", "stored"), [("3", "3", "4"), ("3", "0", "4"), ("3", "4", None), ("3", "9", None)]
)
def test_a_sequence_that_the_client_raised_stays(old, new, stored):
    before = obj([*HOUR, OWNER, A, f"SEQUENCE:{old}"])
    out = change(before, obj(["DTSTART:20250602T100000Z", OWNER, A, f"SEQUENCE:{new}"]))
    assert (out.stored and out.stored.components[0].value("SEQUENCE")) == stored


@pytest.mark.rfc("5546", "2.1.4/raised")
def test_a_sequence_never_falls():
    out = change(obj([*HOUR, OWNER, A, "SEQUENCE:3"]), obj([*HOUR, OWNER, A]))
    assert kept(out, "SEQUENCE") == [["SEQUENCE:3"]]
    assert told(out) == []


@pytest.mark.rfc("6638", "3.2.8")
def test_only_the_instance_that_moves_is_asked_for_again():
    out = change(
        obj([*DAILY, OWNER, accepted(A)]), obj([*DAILY, OWNER, accepted(A)], [*THIRD_MOVED, OWNER, accepted(A)])
    )
    assert kept(out, "ATTENDEE") == [[accepted(A)], ["ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x"]]
    assert told(out) == [f"REQUEST a: {ON_THIRD}"]


@pytest.mark.rfc("6638", "3.2.8")
def test_a_series_that_takes_a_moved_instance_back_is_revised():
    out = change(obj([*DAILY, OWNER, A], [*THIRD_MOVED, OWNER, A]), obj([*DAILY, OWNER, A]))
    assert kept(out, "SEQUENCE") == [["SEQUENCE:1"]]


@pytest.mark.rfc("6638", "3.2.8")
def test_the_organizers_own_participation_and_that_of_others_agents_is_not_reset():
    own = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:o@x"
    theirs = "ATTENDEE;SCHEDULE-AGENT=CLIENT;PARTSTAT=ACCEPTED:mailto:c@x"
    out = change(obj([*HOUR, OWNER, own, theirs, A]), obj(["DTSTART:20250602T100000Z", OWNER, own, theirs, A]))
    assert kept(out, "ATTENDEE") == [[own, theirs, A]]


def test_the_message_tells_what_is_kept():
    out = change(obj([*HOUR, OWNER, accepted(A)]), obj(["DTSTART:20250602T100000Z", OWNER, accepted(A)]))
    assert lines(out.messages[0].components[0], "ATTENDEE", "SEQUENCE", "DTSTAMP") == [
        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x", "SEQUENCE:1", f"DTSTAMP:{STAMP}",
    ]  # fmt: skip


def test_without_anyone_to_tell_nothing_is_rewritten():
    assert change(obj([*HOUR, OWNER]), obj(["DTSTART:20250602T100000Z", OWNER])).stored is None


# -- instances ----------------------------------------------------------------------------------------------------

EXDATE = f"EXDATE:{ON_THIRD}"


@pytest.mark.rfc("6638", "3.2.6")
@pytest.mark.rfc("5546", "3.2.5/instance", "3.2.5/sent")
@pytest.mark.rfc("5546", "3.7.1")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([[*DAILY, OWNER, A]], [[*DAILY, EXDATE, OWNER, A]], [f"CANCEL a: {ON_THIRD}"]),
        ([[*DAILY, OWNER, A]], [[*DAILY, "EXDATE;TZID=Europe/Berlin:20250603T120000", OWNER, A]], ["CANCEL a: 20250603T100000Z"]),
        ([[*DAILY, OWNER, A]], [[*DAILY, OWNER, A], [*THIRD, "STATUS:CANCELLED", OWNER, A]], [f"CANCEL a: {ON_THIRD}"]),
        ([[*DAILY, OWNER, A], [*THIRD_MOVED, OWNER, A]], [[*DAILY, EXDATE, OWNER, A]], [f"CANCEL a: {ON_THIRD}"]),
        ([[*DAILY, OWNER, A], [*THIRD_MOVED, OWNER, A]], [[*DAILY, OWNER, A]], ["REQUEST a: *"]),
        ([[*DAILY, OWNER, A, B]], [[*DAILY, OWNER, A, B], [*THIRD, OWNER, B]], [f"CANCEL a: {ON_THIRD}", f"REQUEST b: {ON_THIRD}"]),
        ([[*DAILY, OWNER, B]], [[*DAILY, OWNER, B], [*THIRD, OWNER, A, B]], [f"REQUEST a: {ON_THIRD}", f"REQUEST b: {ON_THIRD}"]),
        ([[*DAILY, OWNER], [*THIRD, OWNER, A]], [[*DAILY, OWNER]], [f"CANCEL a: {ON_THIRD}"]),
        ([[*DAILY, OWNER], [*THIRD, OWNER, A]], None, [f"CANCEL a: {ON_THIRD}"]),
        ([[*DAILY, OWNER], [*THIRD, OWNER, A]], [[*DAILY, OWNER], [*THIRD_MOVED, OWNER, A]], [f"REQUEST a: {ON_THIRD}"]),
        ([[*DAILY, OWNER], [*THIRD, OWNER, A]], [[*DAILY, OWNER, A]], ["REQUEST a: *"]),
        ([[*DAILY, OWNER, A]], [[*DAILY, OWNER], [*THIRD, OWNER, A]], ["CANCEL a: *", f"REQUEST a: {ON_THIRD}"]),
        ([[*DAILY, OWNER, B], [*THIRD, OWNER, A]], [[*DAILY, "LOCATION:L", OWNER, B], [*THIRD, OWNER, A]], ["REQUEST b: *"]),
        ([[*DAILY, OWNER, A], [*THIRD, OWNER, B]], [[*DAILY, OWNER, A], [*THIRD_MOVED, OWNER, B]], [f"REQUEST b: {ON_THIRD}"]),
        ([[*DAILY, OWNER, A], [*THIRD, OWNER]], [[*DAILY, OWNER, A]], ["REQUEST a: *"]),
        ([[*DAILY, OWNER, A], [*THIRD, OWNER]], [[*DAILY, OWNER, A], [*THIRD, OWNER, A]], [f"REQUEST a: * {ON_THIRD}"]),
        ([[*DAILY, EXDATE, OWNER, A]], [[*DAILY, OWNER, A]], ["REQUEST a: *"]),
        ([[*DAILY, EXDATE, OWNER, A]], [[*DAILY, OWNER, A], [*THIRD_MOVED, OWNER, A]], [f"REQUEST a: * {ON_THIRD}"]),
        ([[*DAILY, EXDATE, OWNER, A]], [[*DAILY, OWNER, A], [*THIRD_MOVED, OWNER]], []),
        ([[*DAILY, OWNER, A]], [[*DAILY, "STATUS:CANCELLED", OWNER, A]], ["CANCEL a: *"]),
        ([[*DAILY, "STATUS:CANCELLED", OWNER, A]], None, []),
        ([[*DAILY, "STATUS:CANCELLED", OWNER, A]], [[*DAILY, OWNER, A]], ["REQUEST a: *"]),
        ([[*DAILY, OWNER, A]], [[*DAILY, "STATUS:CANCELLED", OWNER, A], [*THIRD, OWNER, A]], ["CANCEL a: *", f"REQUEST a: {ON_THIRD}"]),
        ([[*THIRD, OWNER, A], [*FOURTH, OWNER, A]], [[*THIRD, OWNER, A]], ["CANCEL a: 20250604T100000Z"]),
        ([[*THIRD, OWNER, A]], [[*THIRD, OWNER, A], [*FOURTH, OWNER, A]], ["REQUEST a: 20250604T100000Z"]),
    ],
)  # fmt: skip
def test_each_hears_of_their_own_instances(before, after, expected):
    assert told(change(obj(*before), after and obj(*after))) == expected


@pytest.mark.rfc("5546", "3.2.5")
def test_instances_that_are_too_many_to_cancel_one_by_one_are_left_out_of_the_series():
    excluded = [f"EXDATE:202506{day:02}T100000Z,202507{day:02}T100000Z" for day in range(2, 31)]
    assert told(change(obj([*DAILY, OWNER, A]), obj([*DAILY, *excluded, OWNER, A]))) == ["REQUEST a: *"]


FROM_THIRD = [line.replace("RECURRENCE-ID", "RECURRENCE-ID;RANGE=THISANDFUTURE") for line in THIRD]


@pytest.mark.rfc("5546", "3.2.5")
def test_who_has_one_instance_behind_a_cancelled_range_is_told_of_it_anew():
    out = change(
        obj([*DAILY, OWNER, A], [*FOURTH, OWNER, A]), obj([*DAILY, OWNER, A], [*FROM_THIRD, OWNER], [*FOURTH, OWNER, A])
    )
    assert told(out) == [f"CANCEL a: {ON_THIRD}/THISANDFUTURE", "REQUEST a: 20250604T100000Z"]


@pytest.mark.rfc("5546", "3.2.5/range")
def test_who_is_taken_out_of_the_rest_of_a_series_hears_of_a_range():
    out = change(obj([*DAILY, OWNER, A]), obj([*DAILY, OWNER, A], [*FROM_THIRD, OWNER]))
    assert told(out) == [f"CANCEL a: {ON_THIRD}/THISANDFUTURE"]


@pytest.mark.rfc("6638", "3.2.6")
@pytest.mark.parametrize(
    ("master", "until"),
    [
        (DAILY, "RRULE:FREQ=DAILY;UNTIL=20250603T095959Z"),
        ([*HOUR, "RRULE:FREQ=DAILY;COUNT=9"], "RRULE:FREQ=DAILY;UNTIL=20250603T095959Z"),
    ],
)
def test_who_has_not_the_rest_of_a_series_is_told_of_its_beginning(master, until):
    out = change(None, obj([*master, "RDATE:20250602T120000Z,20250801T100000Z", OWNER, A], [*FROM_THIRD, OWNER]))
    assert lines(out.messages[0].components[0], "RRULE", "RDATE", "EXDATE") == [until, "RDATE:20250602T120000Z"]


@pytest.mark.parametrize(
    ("start", "third", "until"),
    [
        ("DTSTART;VALUE=DATE:20250601", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20250603", "20250602"),
        ("DTSTART:20250601T100000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20250603T100000", "20250603T095959"),
    ],
)
def test_the_end_of_a_series_is_of_the_type_of_its_start(start, third, until):
    own_start = "DTSTART" + third.partition("THISANDFUTURE")[2]
    out = change(None, obj([start, "RRULE:FREQ=DAILY", OWNER, A], [third, own_start, OWNER]))
    assert lines(out.messages[0].components[0], "RRULE") == [f"RRULE:FREQ=DAILY;UNTIL={until}"]


def test_who_has_nothing_of_a_series_that_changes_from_its_first_instance_hears_nothing():
    from_first = ["RECURRENCE-ID;RANGE=THISANDFUTURE:20250601T100000Z", "DTSTART:20250601T100000Z"]
    assert told(change(None, obj([*DAILY, OWNER, A], [*from_first, OWNER]))) == []


@pytest.mark.rfc("6638", "3.2.6")
@pytest.mark.parametrize(
    ("master", "override", "exdate"),
    [
        (DAILY, "RECURRENCE-ID:20250603T100000Z", "EXDATE:20250603T100000Z"),
        (
            ["DTSTART;TZID=Europe/Berlin:20250601T120000", "RRULE:FREQ=DAILY"],
            "RECURRENCE-ID:20250603T100000Z",
            "EXDATE;TZID=Europe/Berlin:20250603T120000",
        ),
        (
            ["DTSTART;VALUE=DATE:20250601", "RRULE:FREQ=DAILY"],
            "RECURRENCE-ID;VALUE=DATE:20250603",
            "EXDATE;VALUE=DATE:20250603",
        ),
        (["DTSTART:20250601T100000", "RRULE:FREQ=DAILY"], "RECURRENCE-ID:20250603T100000", "EXDATE:20250603T100000"),
    ],
)
def test_instances_of_others_are_exceptions_of_the_series(master, override, exdate):
    start = override.replace("RECURRENCE-ID", "DTSTART")
    out = change(None, obj([*master, OWNER, A], [override, start, "SUMMARY:Secret", OWNER, B]))
    assert told(out)[0] == "REQUEST a: *"
    assert lines(out.messages[0].components[0], "EXDATE") == [exdate]
    assert b"Secret" not in out.messages[0].body()


def test_an_exception_that_stands_there_is_not_made_again():
    out = change(None, obj([*DAILY, EXDATE, OWNER, A], [*THIRD, OWNER]))
    assert lines(out.messages[0].components[0], "EXDATE") == [EXDATE]


@pytest.mark.rfc("6638", "3.2.6")
def test_who_is_invited_to_one_instance_gets_that_alone():
    out = change(None, obj([*DAILY, "DESCRIPTION:Secret", OWNER, B], [*THIRD, OWNER, A]))
    assert told(out) == [f"REQUEST a: {ON_THIRD}", "REQUEST b: *"]
    assert b"Secret" not in out.messages[0].body()
    assert b"RRULE" not in out.messages[0].body()


@pytest.mark.rfc("5546", "2.1.4/add-cancel")
def test_what_is_left_of_a_cancelled_series_is_newer_than_the_cancellation():
    out = change(obj([*DAILY, OWNER, A, "SEQUENCE:4"]), obj([*DAILY, OWNER, "SEQUENCE:4"], [*THIRD, OWNER, A]))
    assert [message.sequence for message in out.messages] == [5, 6]
    assert kept(out, "SEQUENCE") == [["SEQUENCE:5"], ["SEQUENCE:6"]]


# -- what a message has -------------------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "7.1/messages", "7.3/messages")
@pytest.mark.rfc("6638", "7.3")
@pytest.mark.rfc("5546", "3.2.2")
def test_an_invitation_has_nothing_that_is_the_organizers_alone():
    entry = (
        'ATTENDEE;CN=Al;SCHEDULE-AGENT=SERVER;SCHEDULE-STATUS="1.2";X-RESPONSE-COMMENT=psst;X-NUM-GUESTS=2:mailto:a@x'
    )
    alarm = "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM"
    out = change(
        None, obj([*HOUR, OWNER, entry, "X-MOZ-LASTACK:x", "REQUEST-STATUS:2.0", "COLOR:red", "X-ALT-DESC:<b>", alarm])
    )
    component = out.messages[0].components[0]
    assert component.components == []
    assert [line_of(entry) for entry in component.properties] == [
        "UID:1", *HOUR, OWNER, "ATTENDEE;CN=Al;X-NUM-GUESTS=2:mailto:a@x", "X-ALT-DESC:<b>", f"DTSTAMP:{STAMP}",
    ]  # fmt: skip


@pytest.mark.rfc("5546", "3.4.2")
def test_a_to_do_goes_out_with_the_priority_and_summary_that_are_asked_for():
    out = change(None, obj(["DTSTART:20250601T100000Z", OWNER, A], kind="VTODO"))
    assert lines(out.messages[0].components[0], "PRIORITY", "SUMMARY") == ["SUMMARY:", "PRIORITY:0"]


@pytest.mark.rfc("5546", "3.1.2", "3.2.2")
def test_a_message_describes_the_zones_it_refers_to_and_no_others():
    out = change(None, obj([*HOUR[2:], "DTSTART;TZID=Europe/Berlin:20250601T100000", OWNER, A]))
    assert [zone.value("TZID") for zone in out.messages[0].calendar.sub("VTIMEZONE")] == ["Europe/Berlin"]


@pytest.mark.rfc("5546", "2.1.4/add-cancel", "3.2.5/table", "3.2.5/sequence")
@pytest.mark.parametrize(
    ("after", "status"),
    [
        (None, ["STATUS:CANCELLED"]),
        ([*HOUR, "STATUS:CANCELLED", OWNER, A], ["STATUS:CANCELLED"]),
        ([*HOUR, OWNER, B], []),
    ],
)
def test_a_cancel_says_cancelled_when_it_is_so_for_all(after, status):
    out = change(obj([*HOUR, OWNER, A]), after and obj(after))
    component = out.messages[0].components[0]
    assert lines(component, "STATUS", "SEQUENCE", "ATTENDEE", "DTSTART") == [HOUR[0], A, "SEQUENCE:1", *status] or (
        lines(component, "STATUS", "SEQUENCE", "ATTENDEE", "DTSTART") == [HOUR[0], A, *status, "SEQUENCE:1"]
    )


@pytest.mark.rfc("5546", "3.2.5/instance")
def test_a_cancelled_instance_is_told_with_its_time():
    before = obj(["DTSTART;TZID=Europe/Berlin:20250601T120000", "DURATION:PT1H", "RRULE:FREQ=DAILY", OWNER, A])
    after = obj(
        [
            "DTSTART;TZID=Europe/Berlin:20250601T120000",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY",
            f"EXDATE:{ON_THIRD}",
            OWNER,
            A,
        ]
    )
    assert lines(change(before, after).messages[0].components[0], "DTSTART", "RECURRENCE-ID", "DURATION", "RRULE") == [
        "DURATION:PT1H",
        "DTSTART;TZID=Europe/Berlin:20250603T120000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20250603T120000",
    ]


@pytest.mark.rfc("5546", "2.1.3", "3.2.2.5")
def test_who_acts_for_the_organizer_is_named():
    found = organizer_changes(None, obj([*HOUR, OWNER, A]), ME, NOW, sent_by="mailto:s@x").messages[0]
    assert (found.originator, found.sent_by) == ("mailto:o@x", "mailto:s@x")
    assert lines(found.components[0], "ORGANIZER") == ['ORGANIZER;SENT-BY="mailto:s@x":mailto:o@x']


@pytest.mark.rfc("5546", "3.5.1")
@pytest.mark.rfc("5546", "3.5.3")
def test_a_journal_is_published_and_cancelled():
    found = obj(["DTSTART:20250601T100000Z", OWNER, A], kind="VJOURNAL")
    out, gone = change(None, found), change(found, None)
    assert told(out) == ["PUBLISH a: *"]
    assert told(gone) == ["CANCEL a: *"]
    assert b"ATTENDEE" not in out.messages[0].body() + gone.messages[0].body()


@pytest.mark.rfc("5546", "3.4.5")
def test_a_to_do_is_cancelled_like_an_event():
    todo = ["DUE:20250601T100000Z", OWNER, A]
    assert told(change(obj(todo, kind="VTODO"), None)) == ["CANCEL a: *"]


# -- wishes -------------------------------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "3.2.7", "7.2/kept")
@pytest.mark.rfc("6638", "7.2")
@pytest.mark.rfc("5546", "3.2.2.7")
def test_a_forced_request_goes_to_whom_it_is_for_and_is_not_kept():
    forced = "ATTENDEE;PARTSTAT=DECLINED;SCHEDULE-FORCE-SEND=REQUEST:mailto:a@x"
    out = change(obj([*HOUR, OWNER, A, B]), obj([*HOUR, OWNER, forced, B]))
    assert told(out) == ["REQUEST a: *"]
    assert kept(out, "ATTENDEE") == [["ATTENDEE;PARTSTAT=DECLINED:mailto:a@x", B]]
    assert b"SCHEDULE-" not in out.messages[0].body()


@pytest.mark.rfc("6638", "7.2/unknown")
def test_a_wish_that_nobody_knows_is_answered_with_a_status():
    out = change(obj([*HOUR, OWNER, A]), obj([*HOUR, OWNER, "ATTENDEE;SCHEDULE-FORCE-SEND=SHOUT:mailto:a@x"]))
    assert told(out) == []
    assert kept(out, "ATTENDEE") == [["ATTENDEE;SCHEDULE-STATUS=2.3:mailto:a@x"]]


# -- asked for ----------------------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "3.2.6")
def test_a_refresh_is_answered_with_all_that_is_the_attendees():
    found = obj([*DAILY, OWNER, A], [*THIRD, OWNER, B], [*FOURTH, OWNER, A])
    answer = request_for(found, "mailto:a@x", NOW)
    assert list(map(place, answer.components)) == ["*", "20250604T100000Z"]
    assert request_for(found, "mailto:stranger@x", NOW) is None


@pytest.mark.rfc("5546", "3.2.2.6/cancel", "3.2.3")
def test_who_was_never_invited_can_be_told_so():
    found = cancel_for(obj([*DAILY, OWNER, A, "SEQUENCE:2"]), "mailto:stranger@x", NOW)
    assert (found.method, found.recipient) == ("CANCEL", "mailto:stranger@x")
    assert lines(found.components[0], "ATTENDEE", "SEQUENCE", "STATUS") == ["ATTENDEE:mailto:stranger@x", "SEQUENCE:2"]


def test_every_message_comes_back_from_its_bytes():
    out = change(obj([*DAILY, OWNER, A, B]), obj([*DAILY, "LOCATION:L", OWNER, A], [*THIRD, OWNER, B]))
    assert [Message.load(found.dump()).body() for found in out.messages] == [found.body() for found in out.messages]


def test_work_is_bounded():
    before = obj(["DTSTART:20250601T100000Z", "RRULE:FREQ=SECONDLY", OWNER, A])
    after = obj(["DTSTART:20250601T100000Z", "RRULE:FREQ=SECONDLY", "EXDATE:20260601T100000Z", OWNER, A])
    with pytest.raises(LimitExceeded):
        organizer_changes(before, after, ME, NOW, budget=Budget(1000))


BROKEN = [
    *HOUR,
    "SUMMARY:Again",
    "STATUS:CONFIRMED",
    "STATUS:TENTATIVE",
    "SEQUENCE:x",
    "SEQUENCE:2",
    OWNER,
    OWNER,
    A,
    "ATTENDEE:",
]


def test_what_was_stored_with_mistakes_can_be_invited_to_and_removed():
    found = obj(BROKEN)
    out = [*change(None, found).messages, *change(found, None).messages]
    assert [(m.method, m.recipient) for m in out] == [("REQUEST", "mailto:a@x"), ("CANCEL", "mailto:a@x")]
    assert lines(out[0].components[0], "SUMMARY", "STATUS", "SEQUENCE", "ORGANIZER") == [
        "SUMMARY:Plan", "STATUS:CONFIRMED", "SEQUENCE:0", OWNER,
    ]  # fmt: skip


def test_what_has_no_start_can_be_removed():
    assert told(change(obj([OWNER, A]), None)) == ["CANCEL a: *"]


@pytest.mark.rfc("5546", "2.1.4")
def test_who_is_asked_to_an_instance_again_is_not_told_by_an_older_number():
    """The CANCEL may come last, and must not win then."""
    series, with_guest = obj([*DAILY, OWNER, A]), obj([*DAILY, OWNER, A], [*THIRD, OWNER, A, B])
    out = change(with_guest, series)
    (cancel,) = [message for message in out.messages if message.method == "CANCEL"]
    again = change(out.stored, obj([*DAILY, OWNER, A], [*THIRD, OWNER, A, B]))
    (asked,) = [message for message in again.messages if message.recipient == "mailto:b@x"]
    assert (cancel.recipient, cancel.sequence <= asked.sequence) == ("mailto:b@x", True)
