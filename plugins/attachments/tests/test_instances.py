"""Attachments of single instances (RFC 8607 §3.3.2)."""

import pytest

from .conftest import DAILY, EVENT, HOUR, C, add, attached, calendar, component, event, remove, unfolded, update

pytestmark = pytest.mark.rfc("8607", "3.3.2")
BERLIN = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE""".replace("\n", "\r\n")
OVERRIDE = component(
    "RECURRENCE-ID:20260312T110000Z", "DTSTART:20260312T150000Z", "DTEND:20260312T160000Z", "SUMMARY:Late lunch"
)


def counts(client):
    return {rid: len(lines) for rid, lines in attached(client).items()}


@pytest.fixture
def series(alice):
    """A daily lunch, late on its third day."""
    alice.put(EVENT, calendar(component(*DAILY), OVERRIDE))
    return alice


def test_without_rid_all_instances_get_an_attachment(series):
    add(series)
    assert counts(series) == {"M": 1, "20260312T110000Z": 1}


def test_the_master_gets_one_alone(series):
    add(series, query="&rid=M")
    assert counts(series) == {"M": 1, "20260312T110000Z": 0}


def test_an_instance_that_has_a_component_gets_one(series):
    add(series, query="&rid=20260312T110000Z")
    assert counts(series) == {"M": 0, "20260312T110000Z": 1}


def test_an_instance_without_a_component_gets_one_with_its_own_times(series):
    assert add(series, query="&rid=20260311T110000Z").status == 201
    assert counts(series) == {"M": 0, "20260311T110000Z": 1, "20260312T110000Z": 0}
    made = unfolded(series.get(EVENT).body).split("RECURRENCE-ID:20260311T110000Z")[1].partition("END:VEVENT")[0]
    assert "DTSTART:20260311T110000Z\r\nDTEND:20260311T120000Z\r\nSUMMARY:Lunch\r\n" in made
    assert "RRULE" not in made


def test_several_instances_get_the_same_attachment(series):
    add(series, query="&rid=M,20260311T110000Z,20260312T110000Z")
    lines = attached(series)
    assert counts(series) == {"M": 1, "20260311T110000Z": 1, "20260312T110000Z": 1}
    assert lines["M"] == lines["20260311T110000Z"] == lines["20260312T110000Z"]


def test_commas_may_be_encoded(series):
    add(series, query="&rid=M%2C20260312T110000Z")
    assert counts(series) == {"M": 1, "20260312T110000Z": 1}


def test_an_instance_that_is_named_twice_gets_one(series):
    add(series, query="&rid=20260311T110000Z,20260311T110000,20260311T110000Z")
    assert counts(series)["20260311T110000Z"] == 1


def test_an_attachment_of_the_series_is_updated_in_every_instance(series):
    first = add(series).headers["cal-managed-id"]
    second = update(series, first).headers["cal-managed-id"]
    assert all(second in line for lines in attached(series).values() for line in lines)
    assert counts(series) == {"M": 1, "20260312T110000Z": 1}


def test_an_attachment_is_removed_from_an_instance_without_a_component(series):
    first = add(series).headers["cal-managed-id"]
    assert remove(series, first, query="&rid=20260311T110000Z").status == 204
    assert counts(series) == {"M": 1, "20260311T110000Z": 0, "20260312T110000Z": 1}


def test_an_attachment_is_removed_from_the_master_alone(series):
    remove(series, add(series).headers["cal-managed-id"], query="&rid=M")
    assert counts(series) == {"M": 0, "20260312T110000Z": 1}


@pytest.mark.rfc("8607", "3.11")
def test_what_an_instance_does_not_have_is_not_removed_from_it(series):
    first = add(series, query="&rid=M").headers["cal-managed-id"]
    answer = remove(series, first, query="&rid=20260312T110000Z")
    assert (answer.status, answer.condition) == (403, C + "valid-managed-id-parameter")


@pytest.mark.rfc("8607", "3.11")
@pytest.mark.parametrize(
    "rid", ["20260320T110000Z", "20260311T120000Z", "20260313T110000Z", "20260311T110000Z/PT1H", "M20260311T110000Z"]
)
def test_what_is_no_instance_is_refused(alice, rid):
    body = event(*DAILY, "EXDATE:20260313T110000Z")
    alice.put(EVENT, body)
    answer = add(alice, query=f"&rid={rid}")
    assert (answer.status, answer.condition) == (403, C + "valid-rid-parameter")
    assert alice.get(EVENT).text == body


def test_an_event_that_does_not_recur_gets_no_second_component(alice):
    alice.put(EVENT, event(*HOUR))
    assert add(alice, query="&rid=20260310T110000Z").condition == C + "valid-rid-parameter"
    assert add(alice, query="&rid=M").status == 201


@pytest.mark.parametrize("rid", ["20260311T110000", "20260311T100000Z"], ids=["local", "in UTC"])
def test_instances_in_a_time_zone_are_named_by_their_clock_or_in_utc(alice, rid):
    zoned = ("DTSTART;TZID=Europe/Berlin:20260310T110000", "DURATION:PT1H", "RRULE:FREQ=DAILY")
    alice.put(EVENT, calendar(BERLIN, component(*zoned)))
    add(alice, query=f"&rid={rid}")
    assert counts(alice) == {"M": 0, "20260311T110000": 1}
    assert "RECURRENCE-ID;TZID=Europe/Berlin:20260311T110000" in unfolded(alice.get(EVENT).body)


def test_instances_on_dates_are_named_by_these(alice):
    alice.put(EVENT, event("DTSTART;VALUE=DATE:20260310", "RRULE:FREQ=DAILY"))
    add(alice, query="&rid=20260311")
    assert counts(alice) == {"M": 0, "20260311": 1}
    assert "RECURRENCE-ID;VALUE=DATE:20260311" in unfolded(alice.get(EVENT).body)


def test_an_object_that_holds_nothing_but_an_instance_has_no_master(alice):
    alice.put(EVENT, calendar(OVERRIDE))
    assert add(alice, query="&rid=M").condition == C + "valid-rid-parameter"
    assert add(alice, query="&rid=20260312T110000Z").status == 201


def test_the_alarms_of_the_series_ring_in_the_instance_that_was_made(alice):
    alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "DESCRIPTION:Lunch", "END:VALARM")
    alice.put(EVENT, event(*DAILY, *alarm))
    add(alice, query="&rid=20260311T110000Z")
    assert alice.get(EVENT).text.count("BEGIN:VALARM") == 2


def test_attachments_of_alarms_are_left_alone(alice):
    alarm = ("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "ATTACH:https://example.org/bell.wav", "END:VALARM")
    alice.put(EVENT, event(*HOUR, *alarm))
    remove(alice, add(alice).headers["cal-managed-id"])
    assert "ATTACH:https://example.org/bell.wav" in alice.get(EVENT).text
