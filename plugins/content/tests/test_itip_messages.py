"""Scheduling messages as they are read, judged, queued and marked."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import parse_utc
from a3dav_content.errors import ContentError
from a3dav_content.itip.constraints import InvalidMessage
from a3dav_content.itip.messages import Message, message
from a3dav_content.itip.statuses import (
    request_codes,
    request_status,
    with_status,
    without_force_send,
    without_server_params,
)
from a3dav_content.lines import Limits, line_of, serialise

STAMP = "DTSTAMP:20250101T000000Z"
ORGANIZER, ATTENDEE = "ORGANIZER:mailto:o@x", "ATTENDEE:mailto:a@x"
PEOPLE = f"{ORGANIZER}\n{ATTENDEE}"
START = "DTSTART:20250601T100000Z"
PERIOD = f"{START}\nDTEND:20250602T100000Z"


def calendar(method, *components):
    inner = "\n".join(f"BEGIN:{kind}\nUID:1\n{lines}\nEND:{kind}" for kind, lines in components)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\n{inner}\nEND:VCALENDAR\n".encode()


def read(method, kind, *lines):
    return Message.parse(calendar(method, (kind, "\n".join(lines))), "mailto:o@x", "mailto:a@x")


GOOD = [
    ("3.2.1", "PUBLISH", "VEVENT", f"{STAMP}\n{START}\n{ORGANIZER}\nSUMMARY:"),
    ("3.2.2", "REQUEST", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSUMMARY:"),
    ("3.2.3", "REPLY", "VEVENT", f"{STAMP}\n{PEOPLE}"),
    ("3.2.4", "ADD", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.2.5", "CANCEL", "VEVENT", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.2.6", "REFRESH", "VEVENT", f"{STAMP}\n{PEOPLE}"),
    ("3.2.7", "COUNTER", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.2.8", "DECLINECOUNTER", "VEVENT", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.3.1", "PUBLISH", "VFREEBUSY", f"{STAMP}\n{PERIOD}\n{ORGANIZER}"),
    ("3.3.2", "REQUEST", "VFREEBUSY", f"{STAMP}\n{PERIOD}\n{PEOPLE}"),
    ("3.3.3", "REPLY", "VFREEBUSY", f"{STAMP}\n{PERIOD}\n{PEOPLE}"),
    ("3.4.1", "PUBLISH", "VTODO", f"{STAMP}\n{START}\n{ORGANIZER}\nPRIORITY:0"),
    ("3.4.2", "REQUEST", "VTODO", f"{STAMP}\n{START}\n{PEOPLE}\nPRIORITY:0"),
    ("3.4.3", "REPLY", "VTODO", f"{STAMP}\n{PEOPLE}"),
    ("3.4.4", "ADD", "VTODO", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.4.5", "CANCEL", "VTODO", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.4.6", "REFRESH", "VTODO", f"{STAMP}\n{ATTENDEE}"),
    ("3.4.7", "COUNTER", "VTODO", f"{STAMP}\n{PEOPLE}"),
    ("3.4.8", "DECLINECOUNTER", "VTODO", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1"),
    ("3.5.1", "PUBLISH", "VJOURNAL", f"{STAMP}\n{START}\n{ORGANIZER}\nDESCRIPTION:"),
    ("3.5.2", "ADD", "VJOURNAL", f"{STAMP}\n{START}\n{ORGANIZER}\nSEQUENCE:1"),
    ("3.5.3", "CANCEL", "VJOURNAL", f"{STAMP}\n{ORGANIZER}\nSEQUENCE:1"),
]
ROWS = [pytest.param(*row[1:], id=f"{row[2]}-{row[1]}-{row[0]}") for row in GOOD]
REQUIRED = [
    pytest.param(method, kind, lines, name, id=f"{kind}-{method}-{name}-{section}")
    for section, method, kind, lines in GOOD
    for name in sorted({line.partition(":")[0] for line in lines.split("\n")} - {"SUMMARY", "PRIORITY", "DESCRIPTION"})
    if (method, kind, name) not in {
        ("PUBLISH", "VTODO", "DTSTART"), ("REQUEST", "VTODO", "DTSTART"), ("COUNTER", "VEVENT", "ATTENDEE"),
        ("ADD", "VEVENT", "ATTENDEE"), ("ADD", "VTODO", "ATTENDEE"), ("CANCEL", "VEVENT", "ATTENDEE"),
        ("CANCEL", "VTODO", "ATTENDEE"), ("COUNTER", "VEVENT", "SEQUENCE"),
    }
]  # fmt: skip


@pytest.mark.rfc("5546", "3", "3.2.4/table", "3.2.5/table", "3.4.6/table")
@pytest.mark.rfc(
    "5546",
    "3.2.1",
    "3.2.2",
    "3.2.3",
    "3.2.4",
    "3.2.5",
    "3.2.6",
    "3.2.7",
    "3.2.8",
    "3.3.1",
    "3.3.2",
    "3.3.3",
    "3.4.1",
    "3.4.2",
    "3.4.3",
    "3.4.4",
    "3.4.5",
    "3.4.6",
    "3.4.7",
    "3.4.8",
    "3.5.1",
    "3.5.2",
    "3.5.3",
)
@pytest.mark.parametrize(("method", "kind", "lines"), ROWS)
def test_a_message_with_what_its_method_needs_is_read(method, kind, lines):
    found = read(method, kind, lines)
    assert (found.method, found.component, found.uid) == (method, kind, "1")
    assert (found.originator, found.recipient) == ("mailto:o@x", "mailto:a@x")


@pytest.mark.rfc("5546", "3.2.4/table", "3.2.5/table", "3.4.6/table", "3.7.2/organizer")
@pytest.mark.rfc(
    "5546",
    "3.2.1",
    "3.2.2",
    "3.2.3",
    "3.2.4",
    "3.2.5",
    "3.2.6",
    "3.2.7",
    "3.2.8",
    "3.3.1",
    "3.3.2",
    "3.3.3",
    "3.4.1",
    "3.4.2",
    "3.4.3",
    "3.4.4",
    "3.4.5",
    "3.4.6",
    "3.4.7",
    "3.4.8",
    "3.5.1",
    "3.5.2",
    "3.5.3",
)
@pytest.mark.parametrize(("method", "kind", "lines", "name"), REQUIRED)
def test_a_message_without_what_its_method_needs_is_refused(method, kind, lines, name):
    kept = [line for line in lines.split("\n") if line.partition(":")[0] != name]
    with pytest.raises(InvalidMessage, match=name):
        read(method, kind, *kept)


NEVER = [
    ("3.2.1", "PUBLISH", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}", "ATTENDEE"),
    ("3.2.3", "REPLY", "VEVENT", f"{STAMP}\n{PEOPLE}\nATTENDEE:mailto:b@x", "several attendees"),
    ("3.2.4", "ADD", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:1\nRRULE:FREQ=DAILY", "RRULE"),
    ("3.2.4", "ADD", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:1\nRDATE:20250602T100000Z", "RDATE"),
    ("3.2.4", "ADD", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:1\nEXDATE:20250602T100000Z", "EXDATE"),
    ("3.2.4", "ADD", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:1\nRECURRENCE-ID:20250602T100000Z", "RECURR"),
    ("3.2.4", "ADD", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:0", "greater than 0"),
    ("3.2.6", "REFRESH", "VEVENT", f"{STAMP}\n{PEOPLE}\nATTENDEE:mailto:b@x", "stands twice"),
    ("3.3.2", "REQUEST", "VFREEBUSY", f"{STAMP}\n{PERIOD}\n{PEOPLE}\nFREEBUSY:20250601T100000Z/PT1H", "FREEBUSY"),
    ("3.4.1", "PUBLISH", "VTODO", f"{STAMP}\n{START}\n{PEOPLE}", "ATTENDEE"),
    ("3.5.3", "CANCEL", "VJOURNAL", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1", "ATTENDEE"),
    ("3.5", "REQUEST", "VJOURNAL", f"{STAMP}\n{START}\n{PEOPLE}", "VJOURNAL"),
    ("3.3", "CANCEL", "VFREEBUSY", f"{STAMP}\n{PERIOD}\n{PEOPLE}", "VFREEBUSY"),
    ("3.2.2", "REQUEST", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\n{ORGANIZER}", "twice"),
    ("3.2.2", "REQUEST", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:-1", "SEQUENCE"),
    ("3.2.2", "REQUEST", "VEVENT", f"{STAMP}\n{START}\n{PEOPLE}\nSEQUENCE:99999999999999", "SEQUENCE"),
    ("3.2.2", "REQUEST", "VEVENT", f"{STAMP}\n{START}\n{ORGANIZER}\nATTENDEE:mailto:", "without an address"),
]  # fmt: skip


@pytest.mark.rfc(
    "5546", "3", "3.2.1", "3.2.2", "3.2.3", "3.2.4/table", "3.2.6", "3.3", "3.3.2", "3.4.1", "3.5", "3.5.3"
)
@pytest.mark.parametrize(
    ("method", "kind", "lines", "reason"),
    [pytest.param(*row[1:], id=f"{row[2]}-{row[1]}-{row[4]}-{row[0]}") for row in NEVER],
)
def test_a_message_with_what_its_method_excludes_is_refused(method, kind, lines, reason):
    with pytest.raises(InvalidMessage, match=reason):
        read(method, kind, lines)


@pytest.mark.rfc("5546", "3.2.3")
def test_what_is_too_much_without_harm_is_left_out():
    alarm = "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM"
    assert not read("REPLY", "VEVENT", STAMP, PEOPLE, alarm).components[0].components
    assert (
        read("REQUEST", "VEVENT", STAMP, START, PEOPLE, "REQUEST-STATUS:2.0").components[0].first("REQUEST-STATUS")
        is None
    )


@pytest.mark.rfc("5546", "3.2.6")
def test_a_refresh_keeps_nothing_that_describes_an_event():
    found = read("REFRESH", "VEVENT", STAMP, START, PEOPLE, "SUMMARY:x", "COMMENT:why", "X-ME:1").components[0]
    assert [entry.name for entry in found.properties] == ["UID", "DTSTAMP", "ORGANIZER", "ATTENDEE", "COMMENT", "X-ME"]


@pytest.mark.rfc("5546", "3.2.2.3/reply")
def test_a_reply_may_name_the_delegate_besides_the_delegator():
    delegator = 'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:d@x":mailto:a@x'
    found = read("REPLY", "VEVENT", STAMP, ORGANIZER, delegator, "ATTENDEE:mailto:d@x")
    assert len(found.components[0].all("ATTENDEE")) == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "one VCALENDAR"),
        (b"BEGIN:VEVENT\nEND:VEVENT\n", "one VCALENDAR"),
        (calendar("", ("VEVENT", STAMP)), "METHOD"),
        (calendar("EXPLODE", ("VEVENT", STAMP)), "EXPLODE"),
        (calendar("REQUEST\nMETHOD:REPLY", ("VEVENT", STAMP)), "METHOD"),
        (calendar("REQUEST"), "nothing"),
        (calendar("CANCEL", ("VEVENT", f"{STAMP}\n{PEOPLE}\nSEQUENCE:1"), ("VTODO", "SUMMARY:x")), "several kinds"),
        (calendar("REQUEST", ("VEVENT", f"{STAMP}\nDTSTART:20259901\n{PEOPLE}")), "no date"),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused_with_a_reason(body, reason):
    with pytest.raises(ContentError, match=reason):
        Message.parse(body, "mailto:o@x", "mailto:a@x")


@pytest.mark.rfc("5546", "3.1.1")
def test_what_is_sent_says_what_it_is_and_who_made_it():
    lines = f"{STAMP}\nDTSTART:20250601T100000Z\n{PEOPLE}"
    given = Message.parse(calendar("REQUEST", ("VEVENT", lines)), "mailto:o@x", "mailto:a@x")
    made = message("REQUEST", "mailto:o@x", "mailto:a@x", given.components, {})
    head = made.body().decode().partition("BEGIN:VEVENT")[0].split("\r\n")
    assert [line.partition(":")[0] for line in head] == ["BEGIN", "VERSION", "PRODID", "METHOD", ""]
    assert "VERSION:2.0" in head


@pytest.mark.rfc("5546", "3.2.2")
def test_components_of_one_message_have_one_organizer():
    one = f"{STAMP}\n{START}\n{PEOPLE}"
    other = f"{STAMP}\n{START}\nRECURRENCE-ID:20250601T100000Z\nORGANIZER:mailto:p@x\n{ATTENDEE}"
    with pytest.raises(InvalidMessage, match="several organizers"):
        Message.parse(calendar("REQUEST", ("VEVENT", one), ("VEVENT", other)))


@pytest.mark.rfc("5546", "6.1.5")
def test_a_message_is_bounded_like_any_body():
    with pytest.raises(ContentError, match="components"):
        Message.parse(calendar("REQUEST", ("VEVENT", STAMP)), limits=Limits(components=1))


def test_a_queued_message_comes_back_as_it_was():
    found = Message.parse(calendar("REPLY", ("VEVENT", f"{STAMP}\n{PEOPLE}")), "A@x", "MAILTO:o@x", sent_by="s@x")
    again = Message.load(found.dump())
    assert (again.originator, again.recipient, again.sent_by) == ("mailto:a@x", "mailto:o@x", "mailto:s@x")
    assert again.body() == found.body()


@pytest.mark.parametrize(
    "data", [b"", b"{}\nBEGIN", b"[1]\n", b'{"originator":1,"recipient":"","sent_by":""}\n', b"[" * 99_999]
)
def test_what_was_never_queued_is_refused(data):
    with pytest.raises(InvalidMessage, match="head of a queued message"):
        Message.load(data)


@pytest.mark.rfc("5546", "2.1.5")
def test_a_message_tells_its_latest_sequence_and_stamp():
    second = f"DTSTAMP:20250103T000000Z\nRECURRENCE-ID:20250602T100000Z\n{PEOPLE}\nSEQUENCE:4"
    found = Message.parse(calendar("REPLY", ("VEVENT", f"{STAMP}\n{PEOPLE}\nSEQUENCE:7"), ("VEVENT", second)))
    assert (found.sequence, found.dtstamp) == (7, parse_utc("20250103T000000Z"))


SERIES = CalendarObject.parse(
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20250601T120000\nRRULE:FREQ=DAILY\n"
    b"ORGANIZER:mailto:o@x\nATTENDEE;SCHEDULE-AGENT=SERVER:mailto:a@x\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\n"
    b"RECURRENCE-ID:20250602T100000Z\nDTSTART:20250602T110000Z\nORGANIZER:mailto:o@x\n"
    b"ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST:MAILTO:A@x\nEND:VEVENT\nEND:VCALENDAR\n"
)


@pytest.mark.rfc("5545", "3.8.4.4")
@pytest.mark.parametrize(
    "place",
    [
        "RECURRENCE-ID:20250602T100000Z",
        "RECURRENCE-ID;TZID=Europe/Berlin:20250602T120000",
        "RECURRENCE-ID;TZID=America/New_York:20250602T060000",
        "RECURRENCE-ID:20250602T120000",
        "RECURRENCE-ID;VALUE=DATE:20250602",
    ],
)
def test_an_instance_is_the_same_in_whatever_form_it_is_named(place):
    found = read("REPLY", "VEVENT", STAMP, PEOPLE, place)
    assert list(found.places(SERIES)) == [parse_utc("20250602T100000Z")]


def test_an_instance_named_by_a_zone_of_the_message_is_read_by_that_zone():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:own\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\n"
        "END:STANDARD\nEND:VTIMEZONE\n"
    )
    body = calendar("REPLY", ("VEVENT", f"{STAMP}\n{PEOPLE}\nRECURRENCE-ID;TZID=own:20250602T150000"))
    found = Message.parse(body.replace(b"BEGIN:VEVENT", zone.encode() + b"BEGIN:VEVENT"))
    assert list(found.places(SERIES)) == [parse_utc("20250602T100000Z")]


def entries(found):
    return [line_of(entry) for component in found.components for entry in component.all("ATTENDEE")]


@pytest.mark.rfc("6638", "7.3")
@pytest.mark.parametrize(
    ("places", "first", "second"),
    [
        (None, ";SCHEDULE-STATUS=1.2", ";SCHEDULE-STATUS=1.2"),
        ({None}, ";SCHEDULE-STATUS=1.2", ""),
        ({parse_utc("20250602T100000Z")}, "", ";SCHEDULE-STATUS=1.2"),
        (set(), "", ""),
    ],
)
def test_a_status_is_set_where_it_is_meant(places, first, second):
    assert entries(with_status(SERIES, "mailto:a@x", "1.2", places)) == [
        f"ATTENDEE;SCHEDULE-AGENT=SERVER{first}:mailto:a@x",
        f"ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST{second}:MAILTO:A@x",
    ]


@pytest.mark.rfc("6638", "4.2/status")
def test_several_codes_stand_in_one_quoted_value():
    marked = with_status(SERIES, "mailto:a@x", ("2.0", "2.4"), {None})
    assert entries(marked)[0] == 'ATTENDEE;SCHEDULE-AGENT=SERVER;SCHEDULE-STATUS="2.0,2.4":mailto:a@x'


def test_a_status_that_stands_there_changes_nothing():
    marked = CalendarObject.of(with_status(SERIES, "mailto:a@x", "1.2"))
    assert with_status(marked, "mailto:a@x", "1.2") is marked.calendar
    assert with_status(SERIES, "mailto:other@x", "1.2") is SERIES.calendar


@pytest.mark.rfc("6638", "7.2/kept")
def test_force_send_is_not_kept():
    assert entries(without_force_send(SERIES.calendar)) == [
        "ATTENDEE;SCHEDULE-AGENT=SERVER:mailto:a@x",
        "ATTENDEE:MAILTO:A@x",
    ]


@pytest.mark.rfc("6638", "7.1/messages", "7.2/kept", "7.3/messages")
@pytest.mark.rfc("6638", "7.2")
@pytest.mark.rfc("6638", "7.3")
def test_nothing_between_client_and_server_goes_out():
    marked = CalendarObject.of(with_status(SERIES, "mailto:a@x", "1.2"))
    assert b"SCHEDULE-" not in serialise(without_server_params(marked.calendar))


@pytest.mark.rfc("5546", "3.6")
@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("SUMMARY:x", ("2.0",)),
        ("REQUEST-STATUS:3.7;Invalid user;ATTENDEE:mailto:a@x", ("3.7",)),
        ("REQUEST-STATUS:2.8;One\nREQUEST-STATUS:2.2;Two", ("2.8", "2.2")),
        ("REQUEST-STATUS:all is well", ("2.0",)),
    ],
)
def test_codes_of_request_status_are_read(lines, codes):
    assert request_codes(read("REPLY", "VEVENT", STAMP, PEOPLE, lines).components[0]) == codes


@pytest.mark.rfc("5545", "3.8.8.3")
def test_request_status_is_written_with_what_offends():
    assert line_of(request_status("3.7", "a;b")) == "REQUEST-STATUS:3.7;Invalid calendar user;a\\;b"
