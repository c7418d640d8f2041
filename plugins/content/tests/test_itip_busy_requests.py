"""Questions for busy time (RFC 6638 §5) and their answers."""

import pytest

from a3dav_content.dates import parse_utc
from a3dav_content.errors import ContentError
from a3dav_content.itip.messages import Message
from a3dav_content.itip.outgoing import freebusy_reply, freebusy_request
from a3dav_content.lines import line_of
from a3dav_content.time_range import TimeRange

SPAN = "DTSTART:20250601T000000Z\nDTEND:20250602T000000Z"
WHO = (
    "ORGANIZER;CN=Ol:mailto:O@x\nATTENDEE;CN=Al;PARTSTAT=ACCEPTED:mailto:A@x\nATTENDEE:mailto:b@x\nATTENDEE:MAILTO:b@X"
)


def body(lines=f"{SPAN}\n{WHO}", method="REQUEST", kind="VFREEBUSY"):
    inner = f"BEGIN:{kind}\nUID:7\nDTSTAMP:20250101T000000Z\n{lines}\nEND:{kind}"
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\n{inner}\nEND:VCALENDAR\n".encode()


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("DTSTART:20250601T000000", "20250601T000000Z"),
        ("DTSTART;TZID=Europe/Berlin:20250601T000000", "20250531T220000Z"),
    ],
)
def test_local_times_of_a_client_that_does_not_know_better_are_taken(start, first):
    assert freebusy_request(body(f"{start}\nDTEND:20250602T000000Z\n{WHO}")).span.start == parse_utc(first)


@pytest.mark.rfc("6638", "5")
@pytest.mark.rfc("5546", "3.3.2")
def test_a_request_says_who_asks_for_whose_time():
    found = freebusy_request(body())
    assert (found.uid, found.organizer, list(found.attendees)) == ("7", "mailto:o@x", ["mailto:a@x", "mailto:b@x"])
    assert found.span == TimeRange(parse_utc("20250601T000000Z"), parse_utc("20250602T000000Z"))
    assert found.masked_uid == ""


def test_a_request_can_leave_one_meeting_out():
    assert freebusy_request(body(f"{SPAN}\n{WHO}\nX-CALENDARSERVER-MASK-UID:plan")).masked_uid == "plan"


@pytest.mark.rfc("6638", "5.2.1")
@pytest.mark.rfc("5546", "3.3.2")
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "VCALENDAR"),
        (body(method="PUBLISH"), "ATTENDEE"),
        (body(f"{SPAN}\nORGANIZER:mailto:o@x\nATTENDEE:mailto:a@x", method="REPLY"), "REPLY"),
        (body(kind="VEVENT"), "VEVENT"),
        (body(WHO), "DTEND"),
        (body(f"DTSTART:20250601T000000Z\nDTEND;VALUE=DATE:20250602\n{WHO}"), "DTEND is a time"),
        (body(f"DTSTART:20250602T000000Z\nDTEND:20250602T000000Z\n{WHO}"), "DTEND lies behind"),
        (body(f"{SPAN}\nORGANIZER:mailto:o@x"), "ATTENDEE"),
        (body(f"{SPAN}\nATTENDEE:mailto:o@x"), "ORGANIZER"),
    ],
)
def test_what_is_no_request_is_refused_with_a_reason(data, reason):
    with pytest.raises(ContentError, match=reason):
        freebusy_request(data)


@pytest.mark.rfc("6638", "5")
@pytest.mark.rfc("5546", "3.3.3")
def test_an_answer_tells_the_busy_time_of_one_attendee():
    begin = parse_utc("20250601T100000Z")
    periods = [(begin, begin + 3600, "BUSY"), (begin + 7200, begin + 9000, "BUSY-TENTATIVE")]
    answer = freebusy_reply(freebusy_request(body()), "mailto:a@x", periods, parse_utc("20250102T000000Z"))
    found = Message.parse(answer, "mailto:a@x", "mailto:o@x")
    assert (found.method, found.component) == ("REPLY", "VFREEBUSY")
    assert [line_of(entry) for entry in found.components[0].properties] == [
        "UID:7",
        "DTSTAMP:20250102T000000Z",
        *SPAN.split("\n"),
        "ORGANIZER;CN=Ol:mailto:O@x",
        "ATTENDEE;CN=Al:mailto:A@x",
        "FREEBUSY:20250601T100000Z/20250601T110000Z",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20250601T120000Z/20250601T123000Z",
    ]
