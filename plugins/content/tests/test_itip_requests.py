"""What a REQUEST, PUBLISH, ADD or CANCEL makes of an attendee's copy."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.incoming import receive
from a3dav_content.itip.messages import Message
from a3dav_content.itip.received import Verdict, What
from a3dav_content.lines import line_of, serialise

ANNA, BEN, CLEO, EVE = (f"mailto:{name}@example.org" for name in ("anna", "ben", "cleo", "eve"))
ME = frozenset({BEN})
NOW = 1_790_000_000
HEAD = ["UID:lunch", f"ORGANIZER:{ANNA}"]
PEOPLE = [f"ATTENDEE;PARTSTAT=ACCEPTED:{ANNA}", f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:{BEN}"]
LUNCH = ["DTSTART:20260601T100000Z", "DTEND:20260601T110000Z", "SUMMARY:Lunch"]
WEEKLY = [*LUNCH, "RRULE:FREQ=WEEKLY;COUNT=5"]
SECOND, THIRD, SECOND_AT = "RECURRENCE-ID:20260608T100000Z", "RECURRENCE-ID:20260615T100000Z", 1780912800


def calendar(*components, method=None, kind="VEVENT"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *([f"METHOD:{method}"] if method else [])]
    for component in components:
        lines += [f"BEGIN:{kind}", *component, f"END:{kind}"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def component(*lines, seq=0, stamp="20260501T080000Z", people=PEOPLE, head=HEAD):
    return [*head, f"SEQUENCE:{seq}", f"DTSTAMP:{stamp}", *people, *lines]


def note(method, *components, sender=ANNA, kind="VEVENT"):
    return Message.parse(calendar(*components, method=method, kind=kind), sender, BEN)


def copy(*components, kind="VEVENT"):
    return CalendarObject.parse(calendar(*components, kind=kind))


def mine(partstat):
    return [PEOPLE[0], f"ATTENDEE;PARTSTAT={partstat};RSVP=TRUE:{BEN}"]


def lines(found, place=0):
    return [line_of(entry) for entry in found.stored.components[place].properties]


def tell(*messages, stored=None, past=""):
    """What the last of some messages makes of what those before it left."""
    for message in messages:
        found = receive(message, stored, ME, NOW, past)
        stored, past = found.stored, found.past
    return found


# -- REQUEST: new, again, older, newer ------------------------------------------------------------------


@pytest.mark.rfc("5546", "3.2.2")
@pytest.mark.rfc("6638", "4.1/new")
def test_an_invitation_becomes_an_object_without_a_method():
    found = tell(note("REQUEST", component(*LUNCH)))
    assert found.verdict is Verdict.APPLIED
    assert b"METHOD" not in serialise(found.stored.calendar)
    assert [change.what for change in found.changed] == [What.INVITED]


@pytest.mark.rfc("5546", "3.4.2")
def test_an_assigned_to_do_becomes_an_object():
    found = tell(note("REQUEST", component("DUE:20260601T100000Z", "PRIORITY:1", "SUMMARY:Plan"), kind="VTODO"))
    assert found.stored.component == "VTODO"


def test_an_alarm_of_the_organizer_does_not_ring_at_a_guest():
    alarm = ["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"]
    assert tell(note("REQUEST", component(*LUNCH, *alarm))).stored.components[0].components == []


@pytest.mark.rfc("5546", "3.7.3")
def test_an_unknown_property_with_its_parameters_is_kept():
    found = tell(note("REQUEST", component(*LUNCH, "X-ROOM;X-FLOOR=2:blue")))
    assert "X-ROOM;X-FLOOR=2:blue" in lines(found)


@pytest.mark.rfc("5546", "2.1.5")
def test_the_same_invitation_again_is_nothing_new():
    found = tell(*[note("REQUEST", component(*LUNCH))] * 2)
    assert (found.verdict, found.stored is not None) == (Verdict.NOTHING_NEW, True)


def test_without_a_past_the_same_invitation_is_nothing_new_either():
    assert tell(note("REQUEST", component(*LUNCH)), stored=copy(component(*LUNCH))).verdict is Verdict.NOTHING_NEW


@pytest.mark.rfc("5546", "2.1.5", "4.7.2/ignored")
@pytest.mark.parametrize(
    ("seq", "stamp"), [(0, "20260503T080000Z"), (1, "20260501T080000Z")], ids=["lower SEQUENCE", "earlier DTSTAMP"]
)
def test_an_older_revision_is_stale(seq, stamp):
    newest = note("REQUEST", component(*LUNCH, "LOCATION:new", seq=1, stamp="20260502T080000Z"))
    found = tell(newest, note("REQUEST", component(*LUNCH, seq=seq, stamp=stamp)))
    assert found.verdict is Verdict.STALE
    assert "LOCATION:new" in lines(found)


@pytest.mark.rfc("5546", "2.1.5")
def test_what_a_client_wrote_into_dtstamp_does_not_make_messages_stale():
    first = tell(note("REQUEST", component(*LUNCH)))
    touched = copy(component(*LUNCH, stamp="20270101T000000Z"))
    update = note("REQUEST", component(*LUNCH, "LOCATION:new", stamp="20260502T080000Z"))
    assert tell(update, stored=touched, past=first.past).verdict is Verdict.APPLIED


@pytest.mark.rfc("6638", "3.2.8")
@pytest.mark.rfc("5546", "3.2.2.1")
def test_a_reschedule_asks_anew():
    moved = [LUNCH[0].replace("T10", "T12"), LUNCH[1].replace("T11", "T13"), LUNCH[2]]
    found = tell(note("REQUEST", component(*moved, seq=1)), stored=copy(component(*LUNCH, people=mine("ACCEPTED"))))
    assert f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:{BEN}" in lines(found)
    assert [change.what for change in found.changed] == [What.RESCHEDULED]
    assert found.reply == ()


@pytest.mark.rfc("5546", "3.2.2.2", "3.4.2.2", "4.2.3")
def test_an_update_of_the_same_revision_keeps_the_answer_that_was_given():
    update = note("REQUEST", component(*LUNCH, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, stored=copy(component(*LUNCH, people=mine("ACCEPTED"))))
    assert f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:{BEN}" in lines(found)
    assert [change.what for change in found.changed] == [What.UPDATED]


@pytest.mark.rfc("5546", "2.1.4/compared", "3.2.2.2")
def test_a_new_revision_that_changes_nothing_keeps_the_answer_and_tells_it_again():
    found = tell(note("REQUEST", component(*LUNCH, seq=1)), stored=copy(component(*LUNCH, people=mine("ACCEPTED"))))
    assert f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:{BEN}" in lines(found)
    reply = found.reply[0]
    assert (reply.method, reply.recipient, reply.sequence, reply.dtstamp) == ("REPLY", ANNA, 1, NOW)


@pytest.mark.rfc("5546", "3.2.2.7")
@pytest.mark.rfc("5546", "3.4.2.5")
def test_who_is_asked_for_their_status_tells_it():
    asked = note("REQUEST", component(*LUNCH, stamp="20260502T080000Z"))
    found = tell(asked, stored=copy(component(*LUNCH, people=mine("TENTATIVE"))))
    assert [line_of(entry) for entry in found.reply[0].components[0].all("ATTENDEE")] == [
        f"ATTENDEE;PARTSTAT=TENTATIVE;RSVP=TRUE:{BEN}"
    ]


def test_an_answer_that_was_given_elsewhere_arrives():
    update = note("REQUEST", component(*LUNCH, people=mine("ACCEPTED"), stamp="20260502T080000Z"))
    assert f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:{BEN}" in lines(tell(update, stored=copy(component(*LUNCH))))


@pytest.mark.rfc("6638", "3.2.2.1")
@pytest.mark.parametrize(
    "own",
    ["TRANSP:TRANSPARENT", "PERCENT-COMPLETE:30", "COMPLETED:20260601T090000Z", "COMMENT:mine", "X-MOZ-LASTACK:x"],
)
def test_what_is_the_attendees_own_stays(own):
    update = note("REQUEST", component(*LUNCH, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, stored=copy(component(*LUNCH, own)))
    assert own in lines(found)
    assert "LOCATION:new" in lines(found)


@pytest.mark.parametrize("theirs", ["CATEGORIES:old", "X-APPLE-STRUCTURED-LOCATION:geo:1,2", "X-OTHER:old"])
def test_what_is_the_organizers_goes_when_the_organizer_drops_it(theirs):
    update = note("REQUEST", component(*LUNCH, stamp="20260502T080000Z"))
    assert theirs not in lines(tell(update, stored=copy(component(*LUNCH, theirs))))


@pytest.mark.rfc("6638", "3.2.2.1")
def test_the_attendees_alarms_stay():
    alarm = ["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"]
    update = note("REQUEST", component(*LUNCH, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, stored=copy(component(*LUNCH, *alarm)))
    assert [inner.name for inner in found.stored.components[0].components] == ["VALARM"]


def test_what_the_attendees_client_said_of_scheduling_stays():
    stored = copy(component(*LUNCH, head=["UID:lunch", f"ORGANIZER;SCHEDULE-STATUS=1.2:{ANNA}"]))
    found = tell(note("REQUEST", component(*LUNCH, "LOCATION:new", stamp="20260502T080000Z")), stored=stored)
    assert f"ORGANIZER;SCHEDULE-STATUS=1.2:{ANNA}" in lines(found)


def test_an_invitation_that_was_deleted_stays_deleted_until_it_is_asked_anew():
    first = tell(note("REQUEST", component(*LUNCH)))
    update = note("REQUEST", component(*LUNCH, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, past=first.past)
    assert (found.verdict, found.stored) == (Verdict.NOTHING_NEW, None)
    moved = note("REQUEST", component(*LUNCH, "LOCATION:new", seq=1, stamp="20260503T080000Z"))
    assert tell(moved, past=found.past).verdict is Verdict.APPLIED


# -- who may say what -------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "6.1.1")
@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "ADD"])
def test_a_message_from_somebody_else_than_the_organizer_is_refused(method):
    said = note(method, component(*LUNCH, seq=5), sender=EVE)
    stored = copy(component(*WEEKLY))
    found = receive(said, stored, ME, NOW)
    assert (found.verdict, found.stored is stored) == (Verdict.REFUSED, True)


@pytest.mark.rfc("5546", "2.1.1/organizer", "6.1.3")
def test_the_organizer_never_changes_by_a_message():
    said = note("REQUEST", component(*LUNCH, seq=5, head=["UID:lunch", f"ORGANIZER:{EVE}"]), sender=EVE)
    assert tell(said, stored=copy(component(*LUNCH))).verdict is Verdict.REFUSED


@pytest.mark.rfc("5546", "3.2.2.5")
def test_who_acts_for_the_organizer_is_heard():
    head = ["UID:lunch", f'ORGANIZER;SENT-BY="{EVE}":{ANNA}']
    assert tell(note("REQUEST", component(*LUNCH, head=head))).verdict is Verdict.APPLIED


@pytest.mark.rfc("5546", "6.1.1")
def test_who_only_claims_to_act_for_the_organizer_is_refused():
    head = ["UID:lunch", f'ORGANIZER;SENT-BY="{EVE}":{ANNA}']
    assert tell(note("REQUEST", component(*LUNCH, head=head), sender=EVE)).verdict is Verdict.REFUSED


@pytest.mark.rfc("5546", "6.1.1")
def test_a_delegator_changes_nothing_for_who_is_invited_already():
    people = [
        f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="{BEN}":{CLEO}',
        f'ATTENDEE;RSVP=TRUE;DELEGATED-FROM="{CLEO}":{BEN}',
    ]
    said = note("REQUEST", component("DTSTART:20260601T230000Z", "SUMMARY:Forged", seq=9, people=people), sender=CLEO)
    stored = copy(component(*LUNCH))
    found = tell(said, stored=stored)
    assert (found.verdict, found.stored, found.past) == (Verdict.NOTHING_NEW, stored, "")


@pytest.mark.rfc("5546", "3.2.2.6")
def test_a_request_that_does_not_name_the_recipient_is_refused():
    assert tell(note("REQUEST", component(*LUNCH, people=PEOPLE[:1]))).verdict is Verdict.REFUSED


@pytest.mark.rfc("5546", "3.2.2.3/request")
@pytest.mark.rfc("5546", "3.4.2.3")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_a_delegate_hears_of_it_from_the_delegator(kind):
    people = [
        f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="{BEN}":{CLEO}',
        f'ATTENDEE;RSVP=TRUE;DELEGATED-FROM="{CLEO}":{BEN}',
    ]
    start = [*LUNCH[:1], "SUMMARY:Lunch"]
    assert tell(note("REQUEST", component(*start, people=people), sender=CLEO, kind=kind)).verdict is Verdict.APPLIED


def test_who_only_claims_to_delegate_is_refused():
    people = [f"ATTENDEE:{CLEO}", f'ATTENDEE;RSVP=TRUE;DELEGATED-FROM="{CLEO}":{BEN}']
    assert tell(note("REQUEST", component(*LUNCH, people=people), sender=CLEO)).verdict is Verdict.REFUSED


def test_ones_own_request_is_refused():
    said = note("REQUEST", component(*LUNCH, head=["UID:lunch", f"ORGANIZER:{BEN}"]), sender=BEN)
    assert tell(said).verdict is Verdict.REFUSED


def test_free_busy_time_is_not_kept():
    lines = ["UID:f", f"ORGANIZER:{ANNA}", f"ATTENDEE:{BEN}", "DTSTAMP:20260501T080000Z", *LUNCH[:2]]
    assert tell(note("REPLY", lines, kind="VFREEBUSY", sender=BEN)).verdict is Verdict.REFUSED


def test_a_message_about_another_kind_of_object_is_refused():
    assert tell(note("REQUEST", component(*LUNCH)), stored=copy(component(), kind="VTODO")).verdict is Verdict.REFUSED


# -- instances of a series -------------------------------------------------------------------------------

MOVED = ["DTSTART:20260608T130000Z", "DTEND:20260608T140000Z", "SUMMARY:Lunch"]


@pytest.mark.rfc("5546", "4.4.2")
def test_a_changed_instance_stands_beside_its_series():
    changed = note("REQUEST", component(SECOND, *MOVED, seq=1))
    found = tell(changed, stored=copy(component(*WEEKLY)))
    assert MOVED[0] in lines(found, 1)
    assert [(change.what, change.place) for change in found.changed] == [(What.RESCHEDULED, SECOND_AT)]


@pytest.mark.rfc("5546", "4.4.2")
@pytest.mark.parametrize(
    "same",
    ["RECURRENCE-ID;TZID=Europe/Berlin:20260608T120000", "RECURRENCE-ID:20260608T100000Z", "RECURRENCE-ID:20260608"],
)
def test_an_instance_is_the_same_in_whatever_form_it_is_named(same):
    known = component(SECOND, *MOVED, people=mine("ACCEPTED"))
    update = note("REQUEST", component(same, *MOVED, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, stored=copy(component(*WEEKLY), known))
    assert len(found.stored.components) == 2
    assert f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:{BEN}" in lines(found, 1)


def test_a_new_change_of_an_instance_has_the_alarms_of_the_series():
    alarm = ["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"]
    found = tell(note("REQUEST", component(SECOND, *MOVED, seq=1)), stored=copy(component(*WEEKLY, *alarm)))
    assert [inner.name for inner in found.stored.components[1].components] == ["VALARM"]


def test_an_update_of_an_instance_keeps_the_answer_given_to_the_series():
    changed = note("REQUEST", component(SECOND, *LUNCH[:0], *MOVED, stamp="20260502T080000Z"))
    found = tell(changed, stored=copy(component(*WEEKLY, people=mine("ACCEPTED"))))
    assert f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:{BEN}" in lines(found, 1)


@pytest.mark.rfc("6638", "3.2.6")
def test_a_guest_of_one_instance_has_that_one_alone():
    found = tell(note("REQUEST", component(SECOND, *MOVED)))
    assert found.stored.master is None
    assert [(change.what, change.place) for change in found.changed] == [(What.INVITED, SECOND_AT)]


def test_a_second_instance_joins_the_first():
    third = ["DTSTART:20260615T100000Z", "SUMMARY:Lunch"]
    found = tell(note("REQUEST", component(SECOND, *MOVED)), note("REQUEST", component(THIRD, *third)))
    assert len(found.stored.components) == 2


@pytest.mark.rfc("5546", "2.1.5")
def test_a_series_that_comes_after_a_change_of_its_instance_leaves_that_as_it_is():
    changed = note("REQUEST", component(SECOND, *MOVED, seq=1, stamp="20260502T080000Z"))
    found = tell(changed, note("REQUEST", component(*WEEKLY)))
    assert found.stored.master is not None
    assert MOVED[0] in lines(found, 1)


@pytest.mark.rfc("5546", "2.1.5", "4.7.2/ignored")
def test_an_instance_that_the_series_has_replaced_since_is_stale():
    newest = note("REQUEST", component(*WEEKLY, stamp="20260503T080000Z"))
    changed = note("REQUEST", component(SECOND, *MOVED, stamp="20260502T080000Z"))
    found = tell(newest, changed)
    assert (found.verdict, len(found.stored.components)) == (Verdict.STALE, 1)


@pytest.mark.rfc("5546", "4.4.7")
def test_a_rescheduled_series_forgets_the_changes_that_it_does_not_tell_of():
    stored = copy(component(*WEEKLY), component(SECOND, *MOVED))
    found = tell(note("REQUEST", component(*WEEKLY, "LOCATION:new", seq=1)), stored=stored)
    assert len(found.stored.components) == 1


def test_an_answer_to_one_instance_survives_an_update_of_the_series_that_does_not_know_it():
    own = component(
        SECOND, "DTSTART:20260608T100000Z", "DTEND:20260608T110000Z", "SUMMARY:Lunch", people=mine("DECLINED")
    )
    update = note("REQUEST", component(*WEEKLY, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, stored=copy(component(*WEEKLY), own))
    assert f"ATTENDEE;PARTSTAT=DECLINED;RSVP=TRUE:{BEN}" in lines(found, 1)
    assert "LOCATION:new" in lines(found, 1)


def test_an_instance_that_the_attendee_took_out_stays_out():
    update = note("REQUEST", component(*WEEKLY, "LOCATION:new", stamp="20260502T080000Z"))
    found = tell(update, stored=copy(component(*WEEKLY, "EXDATE:20260608T100000Z")))
    assert "EXDATE:20260608T100000Z" in lines(found)


def test_a_series_that_was_deleted_stays_so_when_details_of_an_instance_change():
    first = tell(note("REQUEST", component(*WEEKLY)))
    found = tell(note("REQUEST", component(SECOND, *MOVED, stamp="20260502T080000Z")), past=first.past)
    assert (found.verdict, found.stored) == (Verdict.NOTHING_NEW, None)


def test_an_instance_that_the_attendee_took_out_comes_back_when_it_is_asked_anew():
    moved = note("REQUEST", component(*WEEKLY, seq=1), component(SECOND, *MOVED, seq=1))
    found = tell(moved, stored=copy(component(*WEEKLY, "EXDATE:20260608T100000Z")))
    assert MOVED[0] in lines(found, 1)
    assert "EXDATE:20260608T100000Z" not in lines(found)


@pytest.mark.parametrize(
    "also", [[], [component(*WEEKLY, stamp="20260502T080000Z")]], ids=["told alone", "told with its series"]
)
def test_an_instance_that_the_attendee_took_out_stays_out_when_details_of_it_change(also):
    changed = component(SECOND, *LUNCH[:0], *MOVED, stamp="20260502T080000Z")
    found = tell(note("REQUEST", *also, changed), stored=copy(component(*WEEKLY, "EXDATE:20260608T100000Z")))
    assert (len(found.stored.components), "EXDATE:20260608T100000Z" in lines(found)) == (1, True)


def test_an_instance_that_the_organizer_took_out_comes_back_when_the_series_has_it_again():
    without = note("REQUEST", component(*WEEKLY, "EXDATE:20260608T100000Z"))
    found = tell(without, note("REQUEST", component(*WEEKLY, stamp="20260502T080000Z")))
    assert "EXDATE:20260608T100000Z" not in lines(found)


@pytest.mark.rfc("6638", "3.2.6")
def test_instances_of_others_are_left_out_even_where_a_message_tells_of_them():
    other = component(SECOND, *MOVED, people=[PEOPLE[0], f"ATTENDEE:{CLEO}"])
    found = tell(note("REQUEST", component(*WEEKLY), other))
    assert len(found.stored.components) == 1
    assert "EXDATE:20260608T100000Z" in lines(found)


@pytest.mark.rfc("5546", "4.4.5")
def test_a_change_of_all_that_follows_is_kept_as_such():
    following = component("RECURRENCE-ID;RANGE=THISANDFUTURE:20260608T100000Z", *MOVED, seq=1)
    found = tell(note("REQUEST", following), stored=copy(component(*WEEKLY)))
    assert "RECURRENCE-ID;RANGE=THISANDFUTURE:20260608T100000Z" in lines(found, 1)
    assert "RRULE:FREQ=WEEKLY;COUNT=5" in lines(found)


@pytest.mark.rfc("5546", "4.7.2/refresh")
def test_an_instance_that_the_series_does_not_have_makes_the_attendee_ask_for_all():
    strange = component("RECURRENCE-ID:20260609T100000Z", *MOVED, seq=3)
    found = tell(note("REQUEST", strange), stored=copy(component(*WEEKLY)))
    assert [(sent.method, sent.originator, sent.recipient) for sent in found.reply] == [("REFRESH", BEN, ANNA)]


@pytest.mark.rfc("5546", "4.4.1")
def test_time_zones_come_along_with_what_refers_to_them():
    zone = "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
    zone += "TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    moved = ["DTSTART;TZID=Here:20260608T140000", "SUMMARY:Lunch"]
    body = calendar(component(SECOND, *moved), method="REQUEST").replace(b"BEGIN:VEVENT", zone.encode())
    found = tell(Message.parse(body, ANNA, BEN), stored=copy(component(*WEEKLY)))
    assert list(found.stored.timezones) == ["Here"]


# -- PUBLISH and ADD ---------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "3.2.1", "4.1.2")
@pytest.mark.rfc("5546", "3.4.1")
@pytest.mark.rfc("5546", "3.5.1")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO", "VJOURNAL"])
def test_what_is_published_is_kept_and_updated(kind):
    first = note("PUBLISH", component(LUNCH[0], "SUMMARY:One", people=[]), kind=kind)
    update = note("PUBLISH", component(LUNCH[0], "SUMMARY:Two", people=[], stamp="20260502T080000Z"), kind=kind)
    found = tell(first, update)
    assert (found.verdict, found.stored.summary) == (Verdict.APPLIED, "Two")


def test_what_is_published_does_not_become_part_of_an_invitation():
    said = note("PUBLISH", component(*LUNCH, people=[], seq=4))
    assert tell(said, stored=copy(component(*LUNCH))).verdict is Verdict.REFUSED


ADDED = ["DTSTART:20260610T100000Z", "DTEND:20260610T110000Z", "SUMMARY:Lunch"]


@pytest.mark.rfc("5546", "3.2.4/table")
@pytest.mark.rfc("5546", "3.4.4")
@pytest.mark.rfc("5546", "4.4.6")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_an_added_instance_is_one_more_date_of_the_series(kind):
    end = [] if kind == "VTODO" else [ADDED[1]]
    added = note("ADD", component(ADDED[0], *end, ADDED[2], seq=1), kind=kind)
    series = [entry for entry in WEEKLY if kind == "VEVENT" or not entry.startswith("DTEND")]
    found = tell(added, stored=copy(component(*series), kind=kind))
    assert "RDATE:20260610T100000Z" in lines(found)
    assert "SEQUENCE:1" in lines(found)
    assert len(found.stored.components) == 1


@pytest.mark.rfc("5546", "3.5.2")
def test_an_instance_is_added_to_a_journal():
    added = note("ADD", component(ADDED[0], "SUMMARY:Lunch", seq=1, people=[]), kind="VJOURNAL")
    stored = copy(component(WEEKLY[0], WEEKLY[3], "SUMMARY:Lunch", people=[]), kind="VJOURNAL")
    assert "RDATE:20260610T100000Z" in lines(tell(added, stored=stored))


@pytest.mark.rfc("5546", "4.4.8")
def test_an_added_instance_that_differs_has_a_component_of_its_own():
    found = tell(note("ADD", component(*ADDED, "LOCATION:Hall", seq=1)), stored=copy(component(*WEEKLY)))
    assert ["RECURRENCE-ID:20260610T100000Z" in lines(found, 1), "LOCATION:Hall" in lines(found, 1)] == [True, True]


@pytest.mark.rfc("5546", "3.2.4/unknown")
@pytest.mark.rfc("5546", "3.4.4")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_an_addition_to_what_is_not_there_makes_the_attendee_ask_for_it(kind):
    found = tell(note("ADD", component(ADDED[0], ADDED[2], seq=1), kind=kind))
    assert (found.verdict, [sent.method for sent in found.reply]) == (Verdict.UNKNOWN, ["REFRESH"])


@pytest.mark.rfc("5546", "2.1.5")
def test_an_addition_that_the_series_has_overtaken_is_stale():
    series = note("REQUEST", component(*WEEKLY, seq=2, stamp="20260503T080000Z"))
    assert tell(series, note("ADD", component(*ADDED, seq=1))).verdict is Verdict.STALE


def test_an_addition_that_comes_twice_is_nothing_new():
    added = note("ADD", component(*ADDED, seq=1))
    assert tell(added, added, stored=copy(component(*WEEKLY))).verdict is Verdict.NOTHING_NEW


# -- CANCEL ------------------------------------------------------------------------------------------------


@pytest.mark.rfc("5546", "3.2.5/whole")
@pytest.mark.rfc("5546", "3.4.5")
@pytest.mark.rfc("5546", "4.2.9")
@pytest.mark.rfc("5546", "4.4.4")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_what_is_called_off_is_shown_as_cancelled(kind):
    start = [WEEKLY[0], WEEKLY[3]]
    stored = copy(component(*start), component(SECOND, MOVED[0]), kind=kind)
    found = tell(note("CANCEL", component("STATUS:CANCELLED", seq=1), kind=kind), stored=stored)
    assert [part.value("STATUS") for part in found.stored.components] == ["CANCELLED"] * 2
    assert [(change.what, change.place) for change in found.changed] == [(What.CANCELLED, None)]


@pytest.mark.rfc("5546", "3.5.3")
def test_a_journal_is_called_off():
    stored = copy(component(LUNCH[0], people=[]), kind="VJOURNAL")
    found = tell(note("CANCEL", component("STATUS:CANCELLED", seq=1, people=[]), kind="VJOURNAL"), stored=stored)
    assert "STATUS:CANCELLED" in lines(found)


@pytest.mark.rfc("5546", "4.2.10")
def test_who_is_no_longer_invited_keeps_nothing():
    found = tell(note("CANCEL", component(seq=1)), stored=copy(component(*LUNCH)))
    assert (found.verdict, found.stored) == (Verdict.APPLIED, None)
    assert [change.what for change in found.changed] == [What.REMOVED]


@pytest.mark.rfc("5546", "3.2.5")
def test_that_others_are_no_longer_invited_is_nothing_new():
    said = note("CANCEL", component(seq=1, people=[f"ATTENDEE:{CLEO}"]))
    assert tell(said, stored=copy(component(*LUNCH))).verdict is Verdict.NOTHING_NEW


@pytest.mark.rfc("5546", "4.4.3")
def test_a_cancelled_instance_is_shown_so():
    found = tell(note("CANCEL", component(SECOND, "STATUS:CANCELLED", seq=2)), stored=copy(component(*WEEKLY)))
    assert {"STATUS:CANCELLED", "DTSTART:20260608T100000Z", "DTEND:20260608T110000Z"} <= set(lines(found, 1))
    assert [(change.what, change.place) for change in found.changed] == [(What.CANCELLED, SECOND_AT)]


@pytest.mark.rfc("5546", "3.2.5")
@pytest.mark.rfc("6638", "3.2.6")
@pytest.mark.parametrize("before", [[], [component(SECOND, *MOVED)]], ids=["of the series", "changed before"])
def test_an_instance_one_is_no_longer_invited_to_is_taken_out(before):
    found = tell(note("CANCEL", component(SECOND, seq=2)), stored=copy(component(*WEEKLY), *before))
    assert "EXDATE:20260608T100000Z" in lines(found)
    assert len(found.stored.components) == 1


@pytest.mark.rfc("5546", "3.2.5/instance")
@pytest.mark.rfc("5546", "3.4.5")
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
def test_several_instances_are_cancelled_at_once(kind):
    said = note("CANCEL", component(SECOND, seq=2), component(THIRD, seq=2), kind=kind)
    found = tell(said, stored=copy(component(WEEKLY[0], WEEKLY[3]), kind=kind))
    assert [line for line in lines(found) if line.startswith("EXDATE")] == [
        "EXDATE:20260608T100000Z",
        "EXDATE:20260615T100000Z",
    ]


@pytest.mark.rfc("5546", "3.2.5/range")
@pytest.mark.rfc("5546", "3.4.5")
@pytest.mark.parametrize(
    ("series", "instance", "ended"),
    [
        (["DTSTART:20260601T100000Z"], "20260615T100000Z", "RRULE:FREQ=WEEKLY;UNTIL=20260615T095959Z"),
        (["DTSTART;VALUE=DATE:20260601"], "20260615", "RRULE:FREQ=WEEKLY;UNTIL=20260614"),
        (["DTSTART:20260601T100000"], "20260615T100000", "RRULE:FREQ=WEEKLY;UNTIL=20260615T095959"),
        (
            ["DTSTART;TZID=Europe/Berlin:20260601T120000"],
            "20260615T100000Z",
            "RRULE:FREQ=WEEKLY;UNTIL=20260615T095959Z",
        ),
    ],
)
def test_a_series_that_is_cancelled_from_an_instance_on_ends_before_it(series, instance, ended):
    said = note("CANCEL", component(f"RECURRENCE-ID;RANGE=THISANDFUTURE:{instance}", seq=2))
    found = tell(said, stored=copy(component(*series, "RRULE:FREQ=WEEKLY;COUNT=5")))
    assert ended in lines(found)


def test_a_series_that_is_cancelled_from_its_first_instance_on_is_gone():
    said = note("CANCEL", component("RECURRENCE-ID;RANGE=THISANDFUTURE:20260601T100000Z", seq=2))
    assert tell(said, stored=copy(component(*WEEKLY))).stored is None


@pytest.mark.rfc("5546", "3.2.5")
def test_the_last_single_instance_takes_the_object_along():
    said = note("CANCEL", component(SECOND, seq=2))
    assert tell(said, stored=copy(component(SECOND, *MOVED))).stored is None


@pytest.mark.rfc("5546", "4.2.9", "5.2.1")
def test_a_cancellation_that_comes_before_the_invitation_holds():
    found = tell(note("CANCEL", component(seq=1)), note("REQUEST", component(*LUNCH)))
    assert (found.verdict, found.stored) == (Verdict.STALE, None)


@pytest.mark.rfc("5546", "2.1.5")
def test_a_cancellation_wins_over_an_invitation_of_the_same_revision():
    same = {"seq": 1, "stamp": "20260502T080000Z"}
    found = tell(note("CANCEL", component(**same)), note("REQUEST", component(*LUNCH, **same)))
    assert (found.verdict, found.stored) == (Verdict.STALE, None)


def test_an_instance_that_is_told_beside_the_cancellation_of_its_series_stays():
    same = {"stamp": "20260502T080000Z"}
    single, off = note("REQUEST", component(SECOND, *MOVED, seq=3, **same)), note("CANCEL", component(seq=2, **same))
    found = tell(note("REQUEST", component(*WEEKLY)), single, off)
    assert (found.stored.master, len(found.stored.components)) == (None, 1)


def test_an_instance_that_was_told_before_the_cancellation_of_its_series_goes_along():
    single = note("REQUEST", component(SECOND, *MOVED, seq=3, stamp="20260502T080000Z"))
    off = note("CANCEL", component(seq=2, stamp="20260503T080000Z"))
    assert tell(note("REQUEST", component(*WEEKLY)), single, off).stored is None


@pytest.mark.rfc("5546", "5.2.1")
def test_a_cancelled_instance_stays_so_when_its_series_comes_later():
    said = note("CANCEL", component(SECOND, seq=1, stamp="20260502T080000Z"))
    assert "EXDATE:20260608T100000Z" in lines(tell(said, note("REQUEST", component(*WEEKLY))))


def test_a_series_that_comes_after_it_was_cut_short_is_short():
    said = component("RECURRENCE-ID;RANGE=THISANDFUTURE:20260615T100000Z", seq=1, stamp="20260502T080000Z")
    found = tell(note("CANCEL", said), note("REQUEST", component(*WEEKLY)))
    assert "RRULE:FREQ=WEEKLY;UNTIL=20260615T095959Z" in lines(found)


@pytest.mark.rfc("5546", "5.2.1")
def test_a_cancellation_of_what_is_not_there_is_unknown():
    assert tell(note("CANCEL", component(seq=1))).verdict is Verdict.UNKNOWN


def test_a_cancellation_that_comes_twice_is_nothing_new():
    said = note("CANCEL", component(SECOND, seq=1))
    assert tell(said, said, stored=copy(component(*WEEKLY))).verdict is Verdict.NOTHING_NEW


@pytest.mark.rfc("5546", "2.1.5", "4.2.9")
def test_a_cancellation_older_than_the_invitation_is_stale():
    invitation = note("REQUEST", component(*LUNCH, seq=2, stamp="20260503T080000Z"))
    found = tell(invitation, note("CANCEL", component(seq=1, stamp="20260502T080000Z")))
    assert (found.verdict, found.stored is not None) == (Verdict.STALE, True)


def test_who_is_invited_again_after_a_cancellation_is_invited():
    again = note("REQUEST", component(*LUNCH, seq=2, stamp="20260503T080000Z"))
    found = tell(note("REQUEST", component(*LUNCH)), note("CANCEL", component(seq=1)), again)
    assert found.verdict is Verdict.APPLIED
