"""What a REPLY makes of the organizer's object, and how REFRESH and COUNTER are heard."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.incoming import receive
from a3dav_content.itip.messages import Message
from a3dav_content.itip.past import MOST, Answer, Past, Revision, sent
from a3dav_content.itip.received import Verdict, What
from a3dav_content.lines import line_of

ANNA, BEN, CLEO, EVE = (f"mailto:{name}@example.org" for name in ("anna", "ben", "cleo", "eve"))
ME = frozenset({ANNA})
NOW = 1_790_000_000
HEAD = ["UID:lunch", f"ORGANIZER:{ANNA}"]
PEOPLE = [f"ATTENDEE;PARTSTAT=ACCEPTED:{ANNA}", f"ATTENDEE;RSVP=TRUE:{BEN}", f"ATTENDEE;RSVP=TRUE:{CLEO}"]
LUNCH = ["DTSTART:20260601T100000Z", "DTEND:20260601T110000Z", "SUMMARY:Lunch"]
WEEKLY = [*LUNCH, "RRULE:FREQ=WEEKLY;COUNT=5"]
SECOND, SECOND_AT = "RECURRENCE-ID:20260608T100000Z", 1780912800
MOVED = ["DTSTART:20260608T130000Z", "DTEND:20260608T140000Z", "SUMMARY:Lunch"]


def calendar(*components, method=None, kind="VEVENT"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *([f"METHOD:{method}"] if method else [])]
    for component in components:
        lines += [f"BEGIN:{kind}", *component, f"END:{kind}"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def component(*lines, seq=0, stamp="20260501T080000Z", people=PEOPLE, head=HEAD):
    number = [] if seq is None else [f"SEQUENCE:{seq}"]
    return [*head, *number, f"DTSTAMP:{stamp}", *people, *lines]


def copy(*components, kind="VEVENT"):
    return CalendarObject.parse(calendar(*components, kind=kind))


def says(partstat, *lines, who=BEN, seq=0, stamp="20260501T090000Z"):
    return component(*lines, seq=seq, stamp=stamp, people=[f"ATTENDEE;PARTSTAT={partstat}:{who}"])


def note(*components, method="REPLY", sender=BEN, kind="VEVENT"):
    return Message.parse(calendar(*components, method=method, kind=kind), sender, ANNA)


def tell(*messages, stored, past="", me=ME):
    """What the last of some messages makes of what those before it left."""
    for message in messages:
        found = receive(message, stored, me, NOW, past)
        stored, past = found.stored, found.past
    return found


def answers(found, place=0):
    """The attendees of a component with what they answered, and how it came."""
    entries = found.stored.components[place].all("ATTENDEE")
    return {entry.value: (entry.param("PARTSTAT"), entry.param("SCHEDULE-STATUS")) for entry in entries}


@pytest.mark.rfc("5546", "3.2.3")
@pytest.mark.rfc("5546", "3.4.3")
@pytest.mark.rfc("5546", "4.2.2")
@pytest.mark.rfc("5546", "4.5.2")
@pytest.mark.rfc("6638", "4.2/partstat")
@pytest.mark.parametrize(
    ("kind", "partstat"),
    [
        ("VEVENT", "ACCEPTED"),
        ("VEVENT", "DECLINED"),
        ("VEVENT", "TENTATIVE"),
        ("VTODO", "ACCEPTED"),
        ("VTODO", "IN-PROCESS"),
        ("VTODO", "COMPLETED"),
    ],
)
def test_an_answer_arrives_at_the_organizer(kind, partstat):
    found = tell(note(says(partstat), kind=kind), stored=copy(component(LUNCH[0]), kind=kind))
    assert answers(found)[BEN] == (partstat, "2.0")
    assert answers(found)[CLEO] == (None, None)
    change = found.changed[0]
    assert (change.what, change.attendee, change.partstat) == (What.ANSWERED, BEN, partstat)


@pytest.mark.rfc("6638", "4.2/status")
@pytest.mark.rfc("6638", "3.2.9")
def test_all_codes_of_request_status_become_the_schedule_status():
    said = says("ACCEPTED", "REQUEST-STATUS:2.0;Success", "REQUEST-STATUS:2.8;Success\\, but once")
    assert answers(tell(note(said), stored=copy(component(*LUNCH))))[BEN] == ("ACCEPTED", "2.0,2.8")


@pytest.mark.rfc("5546", "4.4.10")
def test_a_failure_says_nothing_about_an_answer():
    said = component("REQUEST-STATUS:3.0;Invalid Property Name;FOO", people=[f"ATTENDEE:{BEN}"])
    people = [PEOPLE[0], f"ATTENDEE;PARTSTAT=ACCEPTED:{BEN}"]
    found = tell(note(said), stored=copy(component(*LUNCH, people=people)))
    assert answers(found)[BEN] == ("ACCEPTED", "3.0")
    assert (found.changed[0].what, found.changed[0].codes) == (What.FAILED, ("3.0",))


@pytest.mark.rfc("5546", "3.2.3")
def test_a_comment_is_told():
    found = tell(note(says("TENTATIVE", "COMMENT:maybe\\, late")), stored=copy(component(*LUNCH)))
    assert found.changed[0].comment == "maybe, late"
    told = {line_of(entry) for entry in found.stored.components[0].properties}
    assert f'X-CALENDARSERVER-ATTENDEE-COMMENT;X-CALENDARSERVER-ATTENDEE-REF="{BEN}":maybe\\, late' in told


def test_the_last_comment_of_an_attendee_is_kept_alone():
    comments = [note(says("TENTATIVE", f"COMMENT:{n}", stamp=f"20260501T1{n}0000Z")) for n in (1, 2)]
    found = tell(*comments, stored=copy(component(*LUNCH)))
    kept = found.stored.components[0].all("X-CALENDARSERVER-ATTENDEE-COMMENT")
    assert [entry.value for entry in kept] == ["2"]


@pytest.mark.rfc("5546", "2.1.5")
@pytest.mark.parametrize(
    ("late", "early"),
    [
        (says("DECLINED", stamp="20260501T100000Z"), says("ACCEPTED")),
        (says("DECLINED", seq=1), says("ACCEPTED", seq=0, stamp="20260501T120000Z")),
    ],
    ids=["DTSTAMP", "SEQUENCE"],
)
def test_an_answer_that_was_overtaken_is_stale(late, early):
    found = tell(note(late), note(early), stored=copy(component(*LUNCH)))
    assert (found.verdict, answers(found)[BEN][0]) == (Verdict.STALE, "DECLINED")


@pytest.mark.rfc("5546", "2.1.5")
def test_answers_are_ordered_for_each_attendee_alone():
    ben, cleo = note(says("DECLINED", stamp="20260501T100000Z")), note(says("ACCEPTED", who=CLEO), sender=CLEO)
    assert answers(tell(ben, cleo, stored=copy(component(*LUNCH))))[CLEO][0] == "ACCEPTED"


@pytest.mark.rfc("5546", "2.1.5")
def test_answers_are_ordered_for_each_instance_alone():
    series = note(says("ACCEPTED", stamp="20260501T100000Z"))
    found = tell(series, note(says("DECLINED", SECOND)), stored=copy(component(*WEEKLY)))
    assert (answers(found)[BEN][0], answers(found, 1)[BEN][0]) == ("ACCEPTED", "DECLINED")


def test_the_same_answer_again_is_nothing_new():
    said = note(says("ACCEPTED"))
    assert tell(said, said, stored=copy(component(*LUNCH))).verdict is Verdict.NOTHING_NEW


@pytest.mark.rfc("5546", "2.1.4", "2.1.5")
def test_an_answer_to_an_earlier_revision_is_stale():
    assert tell(note(says("ACCEPTED")), stored=copy(component(*LUNCH, seq=1))).verdict is Verdict.STALE


@pytest.mark.rfc("5546", "2.1.4/compared")
def test_an_answer_to_an_earlier_revision_counts_where_it_was_about_the_same_times_and_place():
    found = tell(note(says("ACCEPTED", *LUNCH)), stored=copy(component(*LUNCH, "DESCRIPTION:new", seq=1)))
    assert answers(found)[BEN][0] == "ACCEPTED"


@pytest.mark.rfc("5546", "2.1.4", "2.1.5")
@pytest.mark.parametrize(
    "told", [[LUNCH[0], LUNCH[1].replace("T11", "T12")], [*LUNCH, "LOCATION:Attic"], [*LUNCH, "RRULE:FREQ=DAILY"]]
)
def test_an_answer_to_an_earlier_revision_at_another_time_or_place_is_stale(told):
    stored = copy(component(*LUNCH, "LOCATION:Hall", "RRULE:FREQ=WEEKLY", seq=1))
    assert tell(note(says("ACCEPTED", *told)), stored=stored).verdict is Verdict.STALE


def test_an_answer_that_names_no_revision_is_one_to_the_last():
    found = tell(note(says("ACCEPTED", seq=None)), stored=copy(component(*LUNCH, seq=3)))
    assert answers(found)[BEN][0] == "ACCEPTED"


@pytest.mark.rfc("6638", "4.2/unknown")
def test_an_answer_to_what_is_not_there_is_unknown():
    assert tell(note(says("ACCEPTED")), stored=None).verdict is Verdict.UNKNOWN


# -- instances -----------------------------------------------------------------------------------------


@pytest.mark.rfc("6638", "4.2/partstat")
@pytest.mark.rfc("5546", "4.5.7")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_an_answer_to_one_instance_gives_it_a_component(kind):
    series = [entry for entry in WEEKLY if kind == "VEVENT" or not entry.startswith("DTEND")]
    found = tell(note(says("DECLINED", SECOND), kind=kind), stored=copy(component(*series), kind=kind))
    told = {line_of(entry) for entry in found.stored.components[1].properties}
    assert {SECOND, "DTSTART:20260608T100000Z", "SUMMARY:Lunch"} <= told
    assert (answers(found)[BEN][0], answers(found, 1)[BEN][0]) == (None, "DECLINED")
    assert found.changed[0].place == SECOND_AT


@pytest.mark.parametrize(
    ("start", "named", "told"),
    [
        (
            ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602"],
            "RECURRENCE-ID;VALUE=DATE:20260608",
            ["RECURRENCE-ID;VALUE=DATE:20260608", "DTSTART;VALUE=DATE:20260608", "DTEND;VALUE=DATE:20260609"],
        ),
        (
            ["DTSTART;TZID=Europe/Berlin:20261019T120000", "DTEND;TZID=Europe/Berlin:20261019T130000"],
            "RECURRENCE-ID:20261026T110000Z",
            [
                "RECURRENCE-ID;TZID=Europe/Berlin:20261026T120000",
                "DTSTART;TZID=Europe/Berlin:20261026T120000",
                "DTEND;TZID=Europe/Berlin:20261026T130000",
            ],
        ),
    ],
    ids=["dates", "across a change of the clock"],
)
def test_the_component_of_an_instance_tells_its_times_as_the_series_does(start, named, told):
    found = tell(note(says("DECLINED", named)), stored=copy(component(*start, "RRULE:FREQ=WEEKLY")))
    assert set(told) <= {line_of(entry) for entry in found.stored.components[1].properties}


def test_the_organizers_alarms_hold_for_an_instance_that_got_a_component():
    alarm = ["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"]
    found = tell(note(says("DECLINED", SECOND)), stored=copy(component(*WEEKLY, *alarm)))
    assert [inner.name for inner in found.stored.components[1].components] == ["VALARM"]


def test_an_answer_to_several_instances_arrives_for_each():
    third = "RECURRENCE-ID:20260615T100000Z"
    found = tell(note(says("DECLINED", SECOND), says("TENTATIVE", third)), stored=copy(component(*WEEKLY)))
    assert [answers(found, place)[BEN][0] for place in (0, 1, 2)] == [None, "DECLINED", "TENTATIVE"]


@pytest.mark.rfc("5546", "4.7.2/refresh")
def test_an_answer_to_an_instance_that_the_series_does_not_have_is_unknown():
    strange = says("ACCEPTED", "RECURRENCE-ID:20260609T100000Z")
    assert tell(note(strange), stored=copy(component(*WEEKLY))).verdict is Verdict.UNKNOWN


def test_no_answer_to_one_instance_gives_it_no_component():
    found = tell(note(says("NEEDS-ACTION", SECOND)), stored=copy(component(*WEEKLY)))
    assert (found.verdict, len(found.stored.components)) == (Verdict.NOTHING_NEW, 1)


def test_an_answer_to_a_series_holds_for_an_instance_that_only_another_answered():
    declined = note(says("DECLINED", SECOND, who=CLEO), sender=CLEO)
    found = tell(declined, note(says("ACCEPTED")), stored=copy(component(*WEEKLY)))
    assert answers(found, 1) == {ANNA: ("ACCEPTED", None), BEN: ("ACCEPTED", "2.0"), CLEO: ("DECLINED", "2.0")}


def test_an_answer_to_a_series_leaves_an_instance_that_was_answered_by_itself():
    found = tell(note(says("DECLINED", SECOND)), note(says("ACCEPTED")), stored=copy(component(*WEEKLY)))
    assert (answers(found)[BEN][0], answers(found, 1)[BEN][0]) == ("ACCEPTED", "DECLINED")


def test_an_answer_to_a_series_leaves_an_instance_that_was_moved():
    found = tell(note(says("ACCEPTED")), stored=copy(component(*WEEKLY), component(SECOND, *MOVED, seq=1)))
    assert (answers(found)[BEN][0], answers(found, 1)[BEN][0]) == ("ACCEPTED", None)


# -- who may answer ------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "6.1.2")
def test_an_answer_in_the_name_of_another_is_refused():
    assert tell(note(says("ACCEPTED"), sender=EVE), stored=copy(component(*LUNCH))).verdict is Verdict.REFUSED


@pytest.mark.rfc("5546", "2.1.3")
def test_who_acts_for_an_attendee_is_heard():
    said = component(people=[f'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="{EVE}":{BEN}'], stamp="20260501T090000Z")
    found = tell(note(said), stored=copy(component(*LUNCH)))
    assert f'ATTENDEE;RSVP=TRUE;SCHEDULE-STATUS=2.0;PARTSTAT=ACCEPTED;SENT-BY="{EVE}":{BEN}' in {
        line_of(entry) for entry in found.stored.components[0].properties
    }


@pytest.mark.rfc("5546", "6.1.2")
def test_who_only_claims_to_act_for_an_attendee_is_not_heard():
    forged = [SECOND, f'ATTENDEE;PARTSTAT=DECLINED;SENT-BY="{EVE}":{BEN}']
    people = [*PEOPLE, f"ATTENDEE:{EVE}"]
    found = tell(
        note(says("ACCEPTED", who=EVE), component(*forged, people=[]), sender=EVE),
        stored=copy(component(*WEEKLY, people=people)),
    )
    assert [part.value("RECURRENCE-ID") for part in found.stored.components] == [None]
    assert answers(found)[BEN] == (None, None)


@pytest.mark.rfc("5546", "3.2.2.6/cancel", "3.2.3", "3.4.2.4", "4.2.8")
@pytest.mark.rfc("5546", "3.2.2.6")
@pytest.mark.rfc("5546", "3.4.3")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_who_comes_without_an_invitation_hears_that_they_are_not_invited(kind):
    stored = copy(component(LUNCH[0]), kind=kind)
    found = tell(note(says("ACCEPTED", who=EVE), sender=EVE, kind=kind), stored=stored)
    assert (found.verdict, found.stored is stored) == (Verdict.REFUSED, True)
    assert [(sent.method, sent.recipient) for sent in found.reply] == [("CANCEL", EVE)]


def test_who_declines_without_an_invitation_hears_nothing():
    assert tell(note(says("DECLINED", who=EVE), sender=EVE), stored=copy(component(*LUNCH))).reply == ()


def test_who_is_not_invited_to_one_instance_does_not_answer_for_it():
    stored = copy(component(*WEEKLY), component(SECOND, *MOVED, people=PEOPLE[:1]))
    assert tell(note(says("ACCEPTED", SECOND)), stored=stored).verdict is Verdict.REFUSED


def test_an_answer_to_somebody_who_is_not_the_organizer_is_refused():
    found = tell(note(says("ACCEPTED")), stored=copy(component(*LUNCH)), me=frozenset({CLEO}))
    assert found.verdict is Verdict.REFUSED


# -- delegation ------------------------------------------------------------------------------------------


def delegates(*lines, stamp="20260501T090000Z"):
    return component(*lines, stamp=stamp, people=[f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="{EVE}":{BEN}'])


def accepts(partstat="ACCEPTED", stamp="20260501T100000Z"):
    return component(stamp=stamp, people=[f'ATTENDEE;PARTSTAT={partstat};DELEGATED-FROM="{BEN}":{EVE}'])


@pytest.mark.rfc("5546", "3.2.2.3/reply")
@pytest.mark.rfc("5546", "3.4.2.3")
@pytest.mark.rfc("5546", "4.2.5")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_a_delegate_becomes_an_attendee(kind):
    found = tell(note(delegates(), kind=kind), stored=copy(component(LUNCH[0]), kind=kind))
    told = {line_of(entry) for entry in found.stored.components[0].all("ATTENDEE")}
    assert f'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;DELEGATED-FROM="{BEN}":{EVE}' in told
    assert answers(found)[BEN][0] == "DELEGATED"
    assert found.changed[0].what is What.DELEGATED


@pytest.mark.rfc("5546", "5.2.2")
def test_a_delegate_gets_what_there_is_now():
    found = tell(note(delegates()), stored=copy(component(*LUNCH, "LOCATION:new")))
    sent = found.reply[0]
    assert (sent.method, sent.recipient, sent.components[0].value("LOCATION")) == ("REQUEST", EVE, "new")


@pytest.mark.rfc("5546", "3.2.2.3/answer", "4.2.6")
def test_a_delegate_answers():
    found = tell(note(delegates()), note(accepts(), sender=EVE), stored=copy(component(*LUNCH)))
    assert answers(found)[EVE] == ("ACCEPTED", "2.0")


@pytest.mark.rfc("5546", "5.2.2")
def test_the_answer_of_a_delegate_waits_for_the_delegation():
    early = tell(note(accepts(), sender=EVE), stored=copy(component(*LUNCH)))
    found = tell(note(delegates()), stored=early.stored, past=early.past)
    assert (early.verdict, EVE in answers(early)) == (Verdict.UNKNOWN, False)
    assert answers(found)[EVE][0] == "ACCEPTED"


def test_who_only_claims_to_be_a_delegate_is_refused():
    people = [f'ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:nobody@example.org":{EVE}']
    assert tell(note(component(people=people), sender=EVE), stored=copy(component(*LUNCH))).verdict is Verdict.REFUSED


@pytest.mark.rfc("5546", "4.2.7")
def test_that_a_delegate_declined_is_told_to_the_delegator():
    found = tell(note(delegates()), note(accepts("DECLINED"), sender=EVE), stored=copy(component(*LUNCH)))
    assert [(sent.method, sent.recipient) for sent in found.reply] == [("REQUEST", BEN)]


@pytest.mark.rfc("5546", "4.2.6")
def test_the_delegator_hears_the_answer_of_their_delegate():
    people = [PEOPLE[0], f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="{EVE}":{BEN}', f"ATTENDEE:{EVE}"]
    found = tell(note(accepts(), sender=EVE), stored=copy(component(*LUNCH, people=people)), me=frozenset({BEN}))
    assert answers(found)[EVE][0] == "ACCEPTED"


def test_a_delegator_who_is_no_longer_invited_tells_a_delegate_of_whom_the_organizer_has_not_heard():
    people = [PEOPLE[0], f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="{EVE}":{BEN}', f"ATTENDEE:{EVE}"]
    off = Message.parse(calendar(component(seq=1, people=PEOPLE[1:2]), method="CANCEL"), ANNA, BEN)
    found = tell(off, stored=copy(component(*LUNCH, people=people)), me=frozenset({BEN}))
    assert [(sent.method, sent.originator, sent.recipient) for sent in found.reply] == [("CANCEL", BEN, EVE)]
    theirs = copy(component(*LUNCH, people=[PEOPLE[0], f'ATTENDEE;DELEGATED-FROM="{BEN}":{EVE}']))
    assert tell(*found.reply, stored=theirs, me=frozenset({EVE})).stored is None


def test_nobody_but_their_delegator_takes_a_delegation_back():
    said = component(seq=1, people=[f'ATTENDEE;DELEGATED-FROM="{CLEO}":{EVE}'])
    theirs = copy(component(*LUNCH, people=[PEOPLE[0], f'ATTENDEE;DELEGATED-FROM="{BEN}":{EVE}']))
    found = tell(Message.parse(calendar(said, method="CANCEL"), CLEO, EVE), stored=theirs, me=frozenset({EVE}))
    assert found.verdict is Verdict.REFUSED


def test_who_comes_after_all_has_no_delegate_any_more():
    back = note(says("ACCEPTED", stamp="20260501T110000Z"))
    found = tell(note(delegates()), back, stored=copy(component(*LUNCH)))
    assert EVE not in answers(found)
    assert [(sent.method, sent.recipient) for sent in found.reply] == [("CANCEL", EVE)]


def test_a_delegation_of_the_series_holds_for_its_instances():
    declined = note(says("DECLINED", SECOND, who=CLEO), sender=CLEO)
    found = tell(declined, note(delegates()), stored=copy(component(*WEEKLY)))
    assert (answers(found, 1)[BEN][0], answers(found, 1)[EVE][0]) == ("DELEGATED", "NEEDS-ACTION")


# -- to-dos ------------------------------------------------------------------------------------------------


@pytest.mark.rfc("5545", "3.8.1.8")
@pytest.mark.rfc("5546", "4.5.4", "4.5.5")
@pytest.mark.parametrize(("people", "kept"), [(PEOPLE[:2], "75"), (PEOPLE, None)], ids=["one assignee", "two of them"])
def test_the_progress_of_the_only_assignee_is_that_of_the_to_do(people, kept):
    said = says("IN-PROCESS", "PERCENT-COMPLETE:75")
    found = tell(note(said, kind="VTODO"), stored=copy(component(LUNCH[0], people=people), kind="VTODO"))
    assert found.stored.components[0].value("PERCENT-COMPLETE") == kept
    assert found.changed[0].percent == 75


def test_progress_that_is_no_percentage_is_not_kept():
    said = says("IN-PROCESS", "PERCENT-COMPLETE:many")
    found = tell(note(said, kind="VTODO"), stored=copy(component(LUNCH[0], people=PEOPLE[:2]), kind="VTODO"))
    assert found.stored.components[0].value("PERCENT-COMPLETE") is None


# -- REFRESH, COUNTER, DECLINECOUNTER ------------------------------------------------------------------


def asks(who=BEN):
    return ["UID:lunch", f"ORGANIZER:{ANNA}", "DTSTAMP:20260501T090000Z", f"ATTENDEE:{who}"]


@pytest.mark.rfc("5546", "3.2.6")
@pytest.mark.rfc("5546", "3.4.6")
@pytest.mark.rfc("5546", "4.7.1")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_who_asks_gets_the_whole_again(kind):
    stored = copy(component(WEEKLY[0], WEEKLY[3], seq=2), component(SECOND, MOVED[0], seq=3), kind=kind)
    found = tell(note(asks(), method="REFRESH", kind=kind), stored=stored)
    sent = found.reply[0]
    assert (sent.method, sent.recipient, len(sent.components), sent.sequence) == ("REQUEST", BEN, 2, 3)
    assert found.stored is stored


@pytest.mark.rfc("5546", "3.4.6/cancelled")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
@pytest.mark.parametrize(
    ("parts", "places"),
    [
        ([component(WEEKLY[0], WEEKLY[3], "STATUS:CANCELLED", seq=2)], [None]),
        ([component(SECOND, MOVED[0], "STATUS:CANCELLED", seq=2)], [SECOND_AT]),
    ],
    ids=["the whole", "an instance alone"],
)
def test_who_asks_for_what_was_called_off_hears_that(kind, parts, places):
    stored = copy(*parts, kind=kind)
    sent = tell(note(asks(), method="REFRESH", kind=kind), stored=stored).reply[0]
    assert (sent.method, sent.recipient, list(sent.places()), sent.sequence) == ("CANCEL", BEN, places, 2)
    assert [part.value("STATUS") for part in sent.components] == ["CANCELLED"]


def test_an_instance_that_was_called_off_calls_off_nothing_else():
    stored = copy(component(*WEEKLY), component(SECOND, MOVED[0], "STATUS:CANCELLED"))
    assert tell(note(asks(), method="REFRESH"), stored=stored).reply[0].method == "REQUEST"


@pytest.mark.rfc("6638", "3.2.6")
def test_who_asks_gets_no_more_than_they_may_see():
    stored = copy(component(*WEEKLY), component(SECOND, *MOVED, people=PEOPLE[:1]))
    found = tell(note(asks(), method="REFRESH"), stored=stored)
    assert [part.value("EXDATE") for part in found.reply[0].components] == ["20260608T100000Z"]


@pytest.mark.rfc("5546", "6.1.6", "6.2.2/refresh")
def test_who_is_not_invited_gets_nothing():
    found = tell(note(asks(EVE), method="REFRESH", sender=EVE), stored=copy(component(*LUNCH)))
    assert (found.verdict, found.reply) == (Verdict.REFUSED, ())


@pytest.mark.rfc("5546", "2.1.1/organizer", "3.2.7")
@pytest.mark.rfc("5546", "3.4.7")
@pytest.mark.rfc("5546", "4.2.4")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_a_proposal_is_shown_and_changes_nothing(kind):
    stored = copy(component(LUNCH[0]), kind=kind)
    said = component("DTSTART:20260601T120000Z", "SUMMARY:Lunch", "COMMENT:later?")
    found = tell(note(said, method="COUNTER", kind=kind), stored=stored)
    assert (found.verdict, found.stored is stored) == (Verdict.APPLIED, True)
    assert [(one.what, one.attendee, one.comment) for one in found.changed] == [(What.PROPOSED, BEN, "later?")]


@pytest.mark.rfc("5546", "4.4.9")
def test_a_proposal_for_one_instance_names_it():
    found = tell(note(component(SECOND, *MOVED), method="COUNTER"), stored=copy(component(*WEEKLY)))
    assert found.changed[0].place == SECOND_AT


@pytest.mark.parametrize(
    ("sender", "seq", "verdict"), [(EVE, 1, Verdict.REFUSED), (BEN, 0, Verdict.STALE)], ids=["a stranger", "too late"]
)
def test_a_proposal_is_not_heard(sender, seq, verdict):
    said = note(component(*LUNCH, seq=seq), method="COUNTER", sender=sender)
    assert tell(said, stored=copy(component(*LUNCH, seq=1))).verdict is verdict


@pytest.mark.rfc("5546", "3.2.8")
@pytest.mark.rfc("5546", "3.4.8")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_an_attendee_hears_that_their_proposal_was_declined(kind):
    stored = copy(component(LUNCH[0]), kind=kind)
    said = note(component("COMMENT:no"), method="DECLINECOUNTER", sender=ANNA, kind=kind)
    found = tell(said, stored=stored, me=frozenset({BEN}))
    assert [(one.what, one.comment) for one in found.changed] == [(What.PROPOSAL_DECLINED, "no")]
    assert found.stored is stored


@pytest.mark.parametrize("method", ["REFRESH", "COUNTER"])
def test_what_is_asked_about_nothing_is_unknown(method):
    said = asks() if method == "REFRESH" else component(*LUNCH)
    assert tell(note(said, method=method), stored=None).verdict is Verdict.UNKNOWN


def test_a_reply_to_what_its_attendee_was_told_last_is_not_late_though_a_number_has_risen_since():
    invited = note(component(*LUNCH), method="REQUEST", sender=ANNA).to(BEN)
    found = tell(note(says("ACCEPTED")), stored=copy(component(*LUNCH, seq=4)), past=sent("", [invited]))
    assert answers(found)[BEN][0] == "ACCEPTED"


def test_a_reply_is_late_when_its_attendee_was_told_of_a_later_revision():
    told = note(component(*LUNCH, seq=4), method="REQUEST", sender=ANNA).to(BEN)
    past = sent("", [note(component(*LUNCH), method="REQUEST", sender=ANNA).to(BEN), told])
    assert (
        tell(note(says("ACCEPTED", *LUNCH)), stored=copy(component(*LUNCH, seq=4)), past=past).verdict is Verdict.STALE
    )


def test_a_single_instance_is_told_beside_its_series():
    series, one = component(*WEEKLY), component(SECOND, *MOVED, seq=2)
    past = sent("", [note(part, method="REQUEST", sender=ANNA).to(BEN) for part in (series, one)])
    stored = copy(component(*WEEKLY, seq=1), component(SECOND, *MOVED, seq=2))
    found = tell(note(says("ACCEPTED"), says("DECLINED", SECOND)), stored=stored, past=past)
    assert (answers(found)[BEN][0], answers(found, 1)[BEN][0]) == ("ACCEPTED", None)


def test_what_is_told_of_the_series_replaces_what_was_told_of_an_instance():
    one, series = component(SECOND, *MOVED, seq=4), component(*WEEKLY, seq=2)
    past = sent("", [note(part, method="REQUEST", sender=ANNA).to(BEN) for part in (one, series)])
    found = tell(note(says("DECLINED", SECOND, seq=2)), stored=copy(component(*WEEKLY, seq=2)), past=past)
    assert answers(found, 1)[BEN][0] == "DECLINED"


# -- the past ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("past", ["", "{", "[]", '{"whole":3}', '{"answers":{"a":{"x":1}}}', '{"parts":{"a":[]}}'])
def test_a_past_that_cannot_be_read_costs_no_message(past):
    assert tell(note(says("ACCEPTED")), stored=copy(component(*LUNCH)), past=past).verdict is Verdict.APPLIED


FULL = Past(
    Revision(3, 1_790_000_000, "abc"),
    {SECOND_AT: Revision(4, 1_790_000_001, "def", "-")},
    {SECOND_AT},
    {BEN: {None: Answer(Revision(1, 1_790_000_002, "012")), SECOND_AT: Answer(Revision(0, 1), "ACCEPTED")}},
    {CLEO: {None: 3, SECOND_AT: 5}},
)


def test_a_past_is_read_as_it_was_written():
    assert Past.load(FULL.dump()) == FULL


def test_of_very_many_answers_the_newest_are_remembered():
    past = Past(answers={BEN: {place: Answer(Revision(0, place)) for place in range(MOST + 5)}})
    assert Past.load(past.dump()).answers[BEN].keys() == set(range(5, MOST + 5))


@pytest.mark.rfc("5546", "2.1.5")
def test_of_very_many_instances_the_newest_are_remembered():
    past = Past(parts={place: Revision(0, place) for place in range(MOST + 5)})
    assert Past.load(past.dump()).parts.keys() == set(range(5, MOST + 5))
