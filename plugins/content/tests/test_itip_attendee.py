"""What a change by an attendee sends, and what attendees and organizers may change (RFC 6638 §3.2, RFC 5546 §3.2.3)."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.constraints import InvalidMessage
from a3dav_content.itip.outgoing import (
    ForbiddenChange,
    attendee_changes,
    counter,
    decline_counter,
    judge_attendee_change,
    judge_organizer_change,
    refresh,
)
from a3dav_content.lines import line_of

ME = frozenset({"mailto:a@x", "urn:uuid:a"})
NOW = 1_735_689_600
OWNER = "ORGANIZER:mailto:o@x"
A, B = "ATTENDEE:mailto:a@x", "ATTENDEE:mailto:b@x"
ACCEPTED, DECLINED = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x", "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x"
HOUR = ["DTSTART:20250601T100000Z", "DTEND:20250601T110000Z", "SUMMARY:Plan", OWNER, B]
DAILY = [*HOUR, "RRULE:FREQ=DAILY"]
THIRD = ["RECURRENCE-ID:20250603T100000Z", "DTSTART:20250603T100000Z", "DTEND:20250603T110000Z", *HOUR[2:]]
THIRD_MOVED = ["RECURRENCE-ID:20250603T100000Z", "DTSTART:20250603T120000Z", "DTEND:20250603T130000Z", *HOUR[2:]]
FOURTH = ["RECURRENCE-ID:20250604T100000Z", "DTSTART:20250604T100000Z", "DTEND:20250604T110000Z", *HOUR[2:]]
THERE = "20250603T100000Z"
EXDATE = f"EXDATE:{THERE}"


def obj(*components, kind="VEVENT", uid="1"):
    inner = [line for lines in components for line in (f"BEGIN:{kind}", f"UID:{uid}", *lines, f"END:{kind}")]
    return CalendarObject.parse("\n".join(["BEGIN:VCALENDAR", *inner, "END:VCALENDAR"]).encode())


def change(before, after, **options):
    return attendee_changes(before, after, ME, NOW, **options)


def told(out):
    """Messages as "REPLY o: * ACCEPTED", with each instance and the first attendee's status there."""
    return [f"{m.method} {m.recipient[7]}: {' '.join(map(status, m.components))}" for m in out.messages]


def status(component):
    place = component.first("RECURRENCE-ID")
    partstat = component.all("ATTENDEE")[0].param("PARTSTAT") or "-"
    return f"{'*' if place is None else place.value} {partstat}"


def lines(component, *names):
    return [line_of(entry) for entry in component.properties if entry.name in names]


# -- replies ------------------------------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "3.2.2.3/partstat", "3.2.2.3/exdate")
@pytest.mark.rfc("5546", "3.2.3")
@pytest.mark.rfc("5546", "3.7.1")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([[*HOUR, A]], [[*HOUR, ACCEPTED]], ["REPLY o: * ACCEPTED"]),
        ([[*HOUR, ACCEPTED]], [[*HOUR, DECLINED]], ["REPLY o: * DECLINED"]),
        ([[*HOUR, ACCEPTED]], [[*HOUR, A]], ["REPLY o: * NEEDS-ACTION"]),
        ([[*HOUR, ACCEPTED]], [[*HOUR, ACCEPTED, "TRANSP:TRANSPARENT"]], []),
        ([[*HOUR, A]], [[*HOUR, "ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:A"]], ["REPLY o: * ACCEPTED"]),
        ([[*DAILY, A]], [[*DAILY, A], [*THIRD, ACCEPTED]], [f"REPLY o: {THERE} ACCEPTED"]),
        ([[*DAILY, A], [*THIRD, ACCEPTED]], [[*DAILY, A], [*THIRD, DECLINED]], [f"REPLY o: {THERE} DECLINED"]),
        ([[*DAILY, ACCEPTED], [*THIRD, DECLINED]], [[*DAILY, ACCEPTED]], [f"REPLY o: {THERE} ACCEPTED"]),
        (
            [[*DAILY, A]],
            [[*DAILY, ACCEPTED], [*THIRD, DECLINED], [*FOURTH, ACCEPTED]],
            [f"REPLY o: * ACCEPTED {THERE} DECLINED 20250604T100000Z ACCEPTED"],
        ),
        ([[*DAILY, ACCEPTED]], [[*DAILY, ACCEPTED], [*THIRD, ACCEPTED]], []),
        ([[*DAILY, ACCEPTED]], [[*DAILY, EXDATE, ACCEPTED]], [f"REPLY o: {THERE} DECLINED"]),
        ([[*DAILY, A]], [[*DAILY, "EXDATE;TZID=Europe/Berlin:20250603T120000", A]], [f"REPLY o: {THERE} DECLINED"]),
        ([[*DAILY, A], [*THIRD_MOVED, ACCEPTED]], [[*DAILY, EXDATE, A]], [f"REPLY o: {THERE} DECLINED"]),
        ([[*DAILY, A], [*THIRD, DECLINED]], [[*DAILY, EXDATE, A]], []),
        ([[*DAILY, A]], [[*DAILY, "EXDATE:20250603T120000Z", A]], []),
        ([[*THIRD, A], [*FOURTH, ACCEPTED]], [[*THIRD, A]], ["REPLY o: 20250604T100000Z DECLINED"]),
        ([[*HOUR, "STATUS:CANCELLED", A]], [[*HOUR, "STATUS:CANCELLED", DECLINED]], []),
        (None, [[*HOUR, ACCEPTED]], ["REPLY o: * ACCEPTED"]),
        (None, [[*HOUR, A]], []),
    ],
)
def test_an_attendee_replies_for_what_they_change(before, after, expected):
    assert told(change(before and obj(*before), obj(*after))) == expected


@pytest.mark.rfc("6638", "3.2.2.4")
@pytest.mark.rfc("6638", "8.1")
@pytest.mark.parametrize(
    ("before", "reply", "expected"),
    [
        ([[*HOUR, A]], True, ["REPLY o: * DECLINED"]),
        ([[*HOUR, A]], False, []),
        ([[*HOUR, DECLINED]], True, []),
        ([[*HOUR, "STATUS:CANCELLED", ACCEPTED]], True, []),
        ([[*DAILY, ACCEPTED], [*THIRD, A]], True, [f"REPLY o: * DECLINED {THERE} DECLINED"]),
        ([[*THIRD, A], [*FOURTH, A]], True, [f"REPLY o: {THERE} DECLINED 20250604T100000Z DECLINED"]),
        ([["ORGANIZER:mailto:p@x", A]], True, ["REPLY p: * DECLINED"]),
        ([[OWNER, B]], True, []),
    ],
)
def test_an_attendee_who_removes_an_object_declines(before, reply, expected):
    assert told(change(obj(*before), None, reply=reply)) == expected


@pytest.mark.rfc("6638", "3.2.2.2", "3.2.2.3/agent")
@pytest.mark.rfc("6638", "3.2.2.3")
@pytest.mark.rfc("6638", "3.2.2.4")
@pytest.mark.rfc("6638", "7.1")
@pytest.mark.parametrize("agent", ["CLIENT", "NONE", "X-OTHER"])
def test_nothing_is_sent_for_an_organizer_with_another_agent(agent):
    owner = f"ORGANIZER;SCHEDULE-AGENT={agent}:mailto:o@x"
    before, after = obj([owner, A]), obj([owner, ACCEPTED])
    assert told(change(before, after)) == []
    assert told(change(None, after)) == []
    assert told(change(before, None)) == []


@pytest.mark.rfc("5546", "3.2.3")
@pytest.mark.rfc("6638", "7.3")
def test_a_reply_has_what_belongs_to_it_alone():
    entry = 'ATTENDEE;CN=Al;RSVP=TRUE;SCHEDULE-STATUS="2.0";X-ME=1;PARTSTAT=ACCEPTED:mailto:a@x'
    alarm = "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM"
    after = obj([*HOUR, "SEQUENCE:3", "COMMENT:Old", "COMMENT:Late", "LOCATION:L", entry, alarm])
    found = change(obj([*HOUR, "SEQUENCE:3", "COMMENT:Old", A]), after).messages[0]
    assert (found.originator, found.recipient) == ("mailto:a@x", "mailto:o@x")
    assert found.components[0].components == []
    assert [line_of(entry) for entry in found.components[0].properties] == [
        "UID:1", "DTSTART:20250601T100000Z", "DTEND:20250601T110000Z", "SUMMARY:Plan", OWNER, "LOCATION:L",
        "ATTENDEE;CN=Al;PARTSTAT=ACCEPTED:mailto:a@x", "COMMENT:Late", "SEQUENCE:3", "REQUEST-STATUS:2.0;Success",
        "DTSTAMP:20250101T000000Z",
    ]  # fmt: skip


def test_a_reply_about_an_instance_of_the_series_names_its_time():
    start = [
        "DTSTART;TZID=Europe/Berlin:20250601T120000",
        "DTEND;TZID=Europe/Berlin:20250601T130000",
        "RRULE:FREQ=DAILY",
    ]
    found = change(obj([*start, OWNER, ACCEPTED]), obj([*start, OWNER, ACCEPTED, EXDATE])).messages[0].components[0]
    assert lines(found, "DTSTART", "DTEND", "RECURRENCE-ID") == [
        "DTSTART;TZID=Europe/Berlin:20250603T120000",
        "DTEND;TZID=Europe/Berlin:20250603T130000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20250603T120000",
    ]


@pytest.mark.rfc("5546", "3.4.3")
@pytest.mark.parametrize(
    "progress", ["PERCENT-COMPLETE:50", "COMPLETED:20250602T100000Z", "STATUS:IN-PROCESS", "STATUS:COMPLETED"]
)
def test_an_attendee_of_a_to_do_tells_how_far_it_is(progress):
    todo = ["DUE:20250601T100000Z", OWNER, ACCEPTED]
    found = change(obj(todo, kind="VTODO"), obj([*todo, progress], kind="VTODO")).messages[0]
    assert found.method == "REPLY"
    assert lines(found.components[0], "PERCENT-COMPLETE", "COMPLETED", "STATUS") == [progress]


@pytest.mark.rfc("5546", "2.1.3", "3.2.3")
@pytest.mark.rfc("5546", "2.1.3")
def test_who_replies_for_the_attendee_is_named():
    found = change(obj([*HOUR, A]), obj([*HOUR, ACCEPTED]), sent_by="mailto:s@x").messages[0]
    assert (found.originator, found.sent_by) == ("mailto:a@x", "mailto:s@x")
    assert lines(found.components[0], "ATTENDEE") == ['ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:s@x":mailto:a@x']


@pytest.mark.rfc("6638", "3.2.7", "7.2/kept")
@pytest.mark.rfc("6638", "7.2")
def test_a_forced_reply_is_sent_and_the_wish_is_not_kept():
    forced = "ORGANIZER;SCHEDULE-FORCE-SEND=REPLY:mailto:o@x"
    out = change(obj([OWNER, ACCEPTED]), obj([forced, ACCEPTED]))
    assert told(out) == ["REPLY o: * ACCEPTED"]
    assert lines(out.stored.components[0], "ORGANIZER") == [OWNER]
    assert b"SCHEDULE-" not in out.messages[0].body()


@pytest.mark.rfc("6638", "7.2/unknown")
def test_a_wish_that_nobody_knows_is_answered_with_a_status():
    out = change(obj([OWNER, ACCEPTED]), obj(["ORGANIZER;SCHEDULE-FORCE-SEND=SHOUT:mailto:o@x", ACCEPTED]))
    assert told(out) == []
    assert lines(out.stored.components[0], "ORGANIZER") == ["ORGANIZER;SCHEDULE-STATUS=2.3:mailto:o@x"]


# -- what is kept -------------------------------------------------------------------------------------------------


def test_what_the_client_wrote_stays_where_it_may():
    assert change(obj([*HOUR, A]), obj([*HOUR, ACCEPTED, "TRANSP:TRANSPARENT"])).stored is None


@pytest.mark.rfc("5546", "2.1.4/kept")
@pytest.mark.parametrize("written", [["SEQUENCE:9"], ["SEQUENCE:0"], []])
def test_an_attendee_does_not_revise(written):
    out = change(obj([*HOUR, A, "SEQUENCE:3"]), obj([*HOUR, ACCEPTED, *written]))
    assert lines(out.stored.components[0], "SEQUENCE") == ["SEQUENCE:3"]
    assert lines(out.messages[0].components[0], "SEQUENCE") == ["SEQUENCE:3"]


def test_what_others_replied_meanwhile_is_kept():
    theirs = "ATTENDEE;PARTSTAT=TENTATIVE:mailto:b@x"
    out = change(obj([OWNER, A, theirs]), obj([OWNER, ACCEPTED, B]))
    assert lines(out.stored.components[0], "ATTENDEE") == [ACCEPTED, theirs]


# -- delegation ---------------------------------------------------------------------------------------------------

DELEGATED = 'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:d@x":mailto:a@x'
DELEGATE = 'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;DELEGATED-FROM="mailto:a@x":mailto:d@x'


@pytest.mark.rfc("5546", "3.2.2.3/reply", "3.2.2.3/request")
@pytest.mark.rfc("5546", "3.2.3")
@pytest.mark.parametrize("entered", [[], [DELEGATE]])
def test_a_delegator_tells_the_organizer_and_invites_the_delegate(entered):
    out = change(obj([*HOUR, A, "SEQUENCE:2"]), obj([*HOUR, DELEGATED, *entered, "SEQUENCE:2"]))
    reply, request = out.messages
    assert (reply.method, reply.recipient, request.method, request.recipient, request.originator) == (
        "REPLY", "mailto:o@x", "REQUEST", "mailto:d@x", "mailto:a@x",
    )  # fmt: skip
    bare = DELEGATE.replace(";RSVP=TRUE", "")
    assert lines(reply.components[0], "ATTENDEE") == [DELEGATED, bare]
    assert sorted(lines(request.components[0], "ATTENDEE")) == sorted([B, DELEGATED, DELEGATE])
    assert (reply.sequence, request.sequence) == (2, 2)


@pytest.mark.rfc("5546", "3.4.2.3")
def test_a_to_do_is_delegated_like_an_event():
    todo = ["DTSTART:20250601T100000Z", OWNER]
    out = change(obj([*todo, A], kind="VTODO"), obj([*todo, DELEGATED], kind="VTODO"))
    assert [(m.method, m.recipient) for m in out.messages] == [("REPLY", "mailto:o@x"), ("REQUEST", "mailto:d@x")]
    assert lines(out.stored.components[0], "ATTENDEE") == [DELEGATED, DELEGATE]


@pytest.mark.rfc("5546", "3.2.2.3/request")
def test_a_delegate_of_one_instance_is_invited_to_that_alone():
    out = change(obj([*DAILY, A]), obj([*DAILY, A], [*THIRD, DELEGATED]))
    assert [[c.value("RECURRENCE-ID") for c in m.components] for m in out.messages] == [[THERE], [THERE]]


@pytest.mark.rfc("5546", "3.2.2.3/request")
def test_another_delegate_is_invited_and_one_who_is_known_is_not_invited_again():
    before = obj([*HOUR, DELEGATED, DELEGATE])
    other = obj([*HOUR, DELEGATED.replace("d@x", "e@x"), DELEGATE])
    assert [m.recipient for m in change(before, other).messages] == ["mailto:o@x", "mailto:e@x"]
    assert change(before, obj([*HOUR, DELEGATED, DELEGATE, "TRANSP:OPAQUE"])).messages == ()


BERLIN = ["DTSTART;TZID=Europe/Berlin:20250601T120000", "RRULE:FREQ=DAILY"]
WINDOWS = "DTSTART;TZID=W. Europe Standard Time:20250601T120000"

# -- what an attendee may change ----------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "3.2.2.1")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([[*HOUR, A]], [[*HOUR, ACCEPTED]]),
        ([[*HOUR, A]], [[*HOUR, A, "TRANSP:TRANSPARENT"]]),
        ([[*HOUR, A, "TRANSP:TRANSPARENT"]], [[*HOUR, A]]),
        ([[*HOUR, A]], [[*HOUR, A, "PERCENT-COMPLETE:10"]]),
        ([[*HOUR, A]], [[*HOUR, A, "COMPLETED:20250601T100000Z"]]),
        ([[*HOUR, A]], [[*HOUR, A, "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"]]),
        ([[*HOUR, A]], [[*HOUR, A, "CREATED:20250101T000000Z", "DTSTAMP:20250101T000000Z", "LAST-MODIFIED:20250101T000000Z"]]),
        ([[*HOUR, A]], [[*HOUR, A, "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC", "CATEGORIES:Mine", "COMMENT:Hm"]]),
        ([[*DAILY, A]], [[*DAILY, A, EXDATE]]),
        ([[*DAILY, A], [*THIRD_MOVED, A]], [[*DAILY, A, EXDATE]]),
        ([[*DAILY, A]], [[*DAILY, A], [*THIRD, ACCEPTED]]),
        ([[*DAILY, A], [*THIRD, ACCEPTED]], [[*DAILY, A]]),
        ([[*THIRD, A], [*FOURTH, A]], [[*THIRD, A]]),
        ([[OWNER, A, "ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:b@x"]],
         [[OWNER, A, "ATTENDEE;SCHEDULE-AGENT=CLIENT;SCHEDULE-STATUS=2.0:mailto:b@x"]]),
        ([[*HOUR, A]], [[*HOUR, DELEGATED, DELEGATE]]),
        ([[*HOUR, DELEGATED, DELEGATE]], [[*HOUR, ACCEPTED]]),
        ([[*HOUR, A]], [["DTSTART;TZID=Europe/Berlin:20250601T120000", "DURATION:PT1H", *HOUR[2:], A]]),
        ([[*DAILY, A]], [["SUMMARY:Plan", B, A, "RRULE:INTERVAL=1;FREQ=DAILY", *HOUR[:2], OWNER]]),
        ([[*BERLIN, OWNER, A]], [[WINDOWS, *BERLIN[1:], OWNER, A]]),
        ([[*BERLIN, OWNER, A]], [["DTSTART;TZID=Europe/Paris:20250601T120000", *BERLIN[1:], OWNER, A]]),
        ([[*HOUR, A, "DESCRIPTION:One\\, two"]], [[*HOUR, A, "DESCRIPTION:One, two "]]),
    ],
)  # fmt: skip
def test_an_attendee_may_change_what_is_theirs(before, after):
    assert judge_attendee_change(obj(*before), obj(*after), ME) is None


@pytest.mark.rfc("5546", "2.1.1/attendee")
@pytest.mark.rfc("6638", "3.2.2.1")
@pytest.mark.rfc("6638", "3.2.4.4")
@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ([[*HOUR, A]], [["DTSTART:20250601T103000Z", *HOUR[1:], A]], "the time at the start"),
        ([[*HOUR, A]], [[*HOUR[:1], "DTEND:20250601T120000Z", *HOUR[2:], A]], "the time at the start"),
        ([[*HOUR, A]], [[*HOUR, A, "LOCATION:Elsewhere"]], "LOCATION"),
        ([[*HOUR, A]], [[*HOUR[:2], "SUMMARY:Mine", OWNER, B, A]], "SUMMARY"),
        ([[*HOUR, A, "DESCRIPTION:x"]], [[*HOUR, A]], "DESCRIPTION"),
        ([[*HOUR, A]], [[*HOUR, A, "STATUS:CANCELLED"]], "STATUS"),
        ([[*HOUR, A]], [[*HOUR, A, "RRULE:FREQ=DAILY"]], "recurrence"),
        ([[*DAILY, A]], [[*HOUR, A]], "recurrence"),
        (
            [[*BERLIN, OWNER, A]],
            [["DTSTART;TZID=Africa/Johannesburg:20250601T120000", *BERLIN[1:], OWNER, A]],
            "time zone",
        ),
        ([[*DAILY, A]], [[*DAILY, A, "RDATE:20250701T120000Z"]], "recurrence"),
        ([[*DAILY, A, EXDATE]], [[*DAILY, A]], "brings back"),
        ([[*DAILY, A]], [[*DAILY, A], [*THIRD_MOVED, A]], "time at 20250603T100000Z"),
        ([[*DAILY, A], [*THIRD_MOVED, A]], [[*DAILY, A]], "change of the instance at 20250603T100000Z"),
        ([[*DAILY, A]], [[*DAILY, A], ["RECURRENCE-ID:20250603T101500Z", *HOUR, A]], "no instance"),
        ([[*DAILY, A]], [[*THIRD, A]], "the series itself"),
        ([[*THIRD, A]], [[*DAILY, A], [*THIRD, A]], "the series itself"),
        ([[*HOUR, A]], [[*HOUR[:3], "ORGANIZER:mailto:p@x", B, A]], "ORGANIZER"),
        ([[*HOUR, A]], [[*HOUR, A, "ATTENDEE:mailto:c@x"]], "mailto:c@x"),
        ([[*HOUR, A]], [[*HOUR[:4], A]], "mailto:b@x"),
        ([[*HOUR, A]], [HOUR], "declines"),
        ([[*HOUR, A]], [[*HOUR, A, "BEGIN:VLOCATION", "UID:2", "END:VLOCATION"]], "BEGIN"),
    ],
)
def test_an_attendee_may_not_change_what_is_the_organizers(before, after, reason):
    with pytest.raises(ForbiddenChange, match=reason) as refusal:
        judge_attendee_change(obj(*before), obj(*after), ME)
    assert refusal.value.precondition == "allowed-attendee-scheduling-object-change"


@pytest.mark.rfc("6638", "3.2.2.1")
def test_an_attendee_may_tell_how_far_a_to_do_is():
    todo = ["DUE:20250601T100000Z", OWNER, A]
    done = obj([*todo, "STATUS:COMPLETED"], kind="VTODO")
    assert judge_attendee_change(obj(todo, kind="VTODO"), done, ME) is None


def test_an_attendee_does_not_turn_an_event_into_something_else():
    with pytest.raises(ForbiddenChange, match="UID"):
        judge_attendee_change(obj([OWNER, A]), obj([OWNER, A], kind="VTODO"), ME)
    with pytest.raises(ForbiddenChange, match="UID"):
        judge_attendee_change(obj([OWNER, A]), obj([OWNER, A], uid="2"), ME)


# -- what an organizer may change ---------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "3.2.4.2")
def test_all_components_have_one_organizer():
    after = obj([*DAILY, A], [*THIRD[:3], "ORGANIZER:mailto:p@x", A])
    for_organizer = pytest.raises(ForbiddenChange, match="several organizers")
    with for_organizer as refusal:
        judge_organizer_change(None, after, frozenset({"mailto:o@x"}))
    assert refusal.value.precondition == "same-organizer-in-all-components"
    with pytest.raises(ForbiddenChange, match="several organizers"):
        judge_attendee_change(None, after, ME)


@pytest.mark.rfc("6638", "3.2.4.3")
def test_the_organizer_does_not_change():
    with pytest.raises(ForbiddenChange, match="mailto:p@x") as refusal:
        judge_organizer_change(obj([OWNER, A]), obj(["ORGANIZER:mailto:p@x", A]), frozenset({"mailto:o@x"}))
    assert refusal.value.precondition == "allowed-organizer-scheduling-object-change"


@pytest.mark.rfc("6638", "3.2.4.2")
def test_one_organizer_in_two_forms_is_one():
    before, after = obj([OWNER, A]), obj([*DAILY, A], [*THIRD[:3], "ORGANIZER:MAILTO:O@X", A])
    assert judge_organizer_change(before, after, frozenset({"mailto:o@x"})) is None


@pytest.mark.rfc("6638", "3.2.1/partstat")
@pytest.mark.rfc("6638", "3.2.4.3")
@pytest.mark.parametrize("before", [None, A, DECLINED])
def test_an_organizer_does_not_reply_for_others_of_this_server(before):
    old = before and obj([OWNER, before])
    with pytest.raises(ForbiddenChange, match="PARTSTAT"):
        judge_organizer_change(old, obj([OWNER, ACCEPTED]), frozenset({"mailto:o@x"}), frozenset({"mailto:a@x"}))


@pytest.mark.rfc("6638", "3.2.1/partstat")
@pytest.mark.rfc("6638", "3.2.8")
@pytest.mark.parametrize(
    ("before", "after", "internal"),
    [
        (ACCEPTED, ACCEPTED, {"mailto:a@x"}),
        (ACCEPTED, A, {"mailto:a@x"}),
        (A, ACCEPTED, set()),
        (A, ACCEPTED.replace("PARTSTAT", "SCHEDULE-AGENT=CLIENT;PARTSTAT"), {"mailto:a@x"}),
        (A.replace("a@x", "o@x"), ACCEPTED.replace("a@x", "o@x"), {"mailto:o@x"}),
    ],
)
def test_an_organizer_may_ask_again_and_enter_replies_from_elsewhere(before, after, internal):
    mine = frozenset({"mailto:o@x"})
    assert judge_organizer_change(obj([OWNER, before]), obj([OWNER, after]), mine, frozenset(internal)) is None


# -- questions and proposals --------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "3.2.6")
@pytest.mark.parametrize(
    ("place", "expected"), [(None, []), (1_748_944_800, ["RECURRENCE-ID:20250603T100000Z"]), (5, [])]
)
def test_an_attendee_asks_for_the_latest_version(place, expected):
    found = refresh(obj([*DAILY, A, "SEQUENCE:2"]), ME, NOW, place=place)
    assert (found.method, found.originator, found.recipient) == ("REFRESH", "mailto:a@x", "mailto:o@x")
    assert [line_of(entry) for entry in found.components[0].properties] == [
        "UID:1", OWNER, A, *expected, "DTSTAMP:20250101T000000Z",
    ]  # fmt: skip


@pytest.mark.rfc("5546", "3.4.6/table")
def test_a_refresh_of_a_to_do_names_no_organizer():
    found = refresh(obj([OWNER, A], kind="VTODO"), ME, NOW, sent_by="mailto:s@x")
    assert lines(found.components[0], "ORGANIZER", "ATTENDEE") == ['ATTENDEE;SENT-BY="mailto:s@x":mailto:a@x']
    assert found.recipient == "mailto:o@x"


@pytest.mark.rfc("5546", "2.1.4/kept", "3.2.7")
@pytest.mark.rfc("5546", "3.4.7")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_a_counter_echoes_the_sequence_of_what_it_counters(kind):
    series = ["DTSTART:20250601T100000Z", "RRULE:FREQ=DAILY", OWNER, A]
    there = ["RECURRENCE-ID;TZID=Europe/Berlin:20250603T120000", "DTSTART:20250603T120000Z", OWNER, A]
    held = obj([*series, "SEQUENCE:1"], [*there, "SEQUENCE:4"], kind=kind)
    proposal = obj(["RECURRENCE-ID:20250603T100000Z", "DTSTART:20250603T140000Z", OWNER, A], kind=kind).components[0]
    found = counter(held, proposal, ME, NOW, comment="Later, please")
    assert (found.method, found.recipient, found.sequence) == ("COUNTER", "mailto:o@x", 4)
    assert lines(found.components[0], "COMMENT", "DTSTART") == ["DTSTART:20250603T140000Z", "COMMENT:Later\\, please"]


@pytest.mark.rfc("5546", "3.2.8")
@pytest.mark.rfc("5546", "3.4.8")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_a_counter_is_declined_to_who_made_it(kind):
    held = obj([*HOUR, A, "SEQUENCE:4"], kind=kind) if kind == "VEVENT" else obj([OWNER, A, "SEQUENCE:4"], kind=kind)
    found = decline_counter(counter(held, held.components[0], ME, NOW), held, NOW, sent_by="mailto:s@x")
    assert (found.method, found.originator, found.recipient) == ("DECLINECOUNTER", "mailto:o@x", "mailto:a@x")
    assert lines(found.components[0], "ATTENDEE", "SEQUENCE", "ORGANIZER") == [
        'ORGANIZER;SENT-BY="mailto:s@x":mailto:o@x', A, "SEQUENCE:4",
    ]  # fmt: skip


def test_only_who_is_invited_asks_and_only_a_counter_is_declined():
    held = obj([*HOUR, A])
    with pytest.raises(InvalidMessage, match="invited"):
        refresh(held, frozenset({"mailto:z@x"}), NOW)
    with pytest.raises(InvalidMessage, match="COUNTER"):
        decline_counter(refresh(held, ME, NOW), held, NOW)
