"""Series: single instances are changed, cancelled, answered, and people invited to some of them alone (RFC 6638 §3.2.6)."""

import pytest

from .conftest import Diary, calendar, event, lines_of, meeting, partstat

SERIES = "RRULE:FREQ=DAILY;COUNT=3"
SECOND = ("RECURRENCE-ID:20300311T110000Z",)
AT_SECOND = {"start": "20300311T110000Z"}


def parts(text):
    """The components by the instances they are about."""
    found = text.split("BEGIN:VEVENT")[1:]
    return {"".join(lines_of(part, "RECURRENCE-ID")).rpartition(":")[2]: part for part in found}


def answered(name, how):
    """The second instance as whoever answers writes it."""
    text = event(*SECOND, attendees=("bob", "carol"), **AT_SECOND)
    return text.replace(f"ATTENDEE:mailto:{name}", f"ATTENDEE;PARTSTAT={how}:mailto:{name}") + "\r\n"


@pytest.mark.rfc("6638", "3.2.6")
def test_who_is_invited_to_one_instance_sees_that_alone(alices, bobs):
    alices.put(calendar(event(SERIES, attendees=("alice",)), event(*SECOND, attendees=("alice", "bob"), **AT_SECOND)))
    assert list(parts(bobs.text)) == ["20300311T110000Z"]
    assert "RRULE" not in bobs.text


@pytest.mark.rfc("6638", "3.2.6")
def test_who_is_not_invited_to_one_instance_does_not_see_it(alices, bobs):
    alices.put(calendar(event(SERIES), event(*SECOND, attendees=("carol",), **AT_SECOND)))
    assert (list(parts(bobs.text)), "carol" in bobs.text) == ([""], False)
    assert lines_of(bobs.text, "EXDATE") == ["EXDATE:20300311T110000Z"]


@pytest.mark.rfc("6638", "3.2.1.2/instances", "4.1/update")
def test_an_instance_that_is_moved_is_moved_for_everybody(alices, bobs):
    alices.put(meeting(SERIES))
    alices.put(calendar(event(SERIES), event(*SECOND, start="20300311T150000Z")))
    assert lines_of(parts(bobs.text)["20300311T110000Z"], "DTSTART") == ["DTSTART:20300311T150000Z"]


@pytest.mark.rfc("6638", "3.2.1.2/instances")
def test_an_instance_that_is_taken_out_is_gone_for_everybody(alices, bobs):
    alices.put(meeting(SERIES))
    alices.change("RRULE:", "EXDATE:20300311T110000Z\r\nRRULE:")
    exceptions = lines_of(bobs.text, "EXDATE"), lines_of(bobs.text, "STATUS")
    assert exceptions in ((["EXDATE:20300311T110000Z"], []), ([], ["STATUS:CANCELLED"]))


@pytest.mark.rfc("6638", "3.2.2.3/exdate")
def test_an_instance_that_an_attendee_takes_out_is_declined(alices, bobs):
    alices.put(meeting(SERIES))
    bobs.change("RRULE:", "EXDATE:20300311T110000Z\r\nRRULE:")
    found = {place: partstat(part, "bob") for place, part in parts(alices.text).items()}
    assert found == {"": "NEEDS-ACTION", "20300311T110000Z": "DECLINED"}


@pytest.mark.rfc("6638", "3.2.1.2/agents")
def test_who_is_no_longer_invited_has_it_cancelled_and_others_do_not(alices, bobs):
    alices.put(meeting())
    assert alices.put(meeting(attendees=("carol",))).status == 204
    assert (bobs.names(), len(bobs.inbox())) == ([], 2)
    assert "METHOD:CANCEL" in "".join(bobs.inbox())


@pytest.mark.rfc("6638", "4.2")
def test_an_answer_sends_no_new_invitations_to_others(alices, bobs, person):
    person("carol", email="carol@example.org")
    alices.put(meeting(attendees=("bob", "carol")))
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert len(bobs.inbox()) == 1


@pytest.mark.rfc("6638", "4.2")
def test_an_answer_to_one_instance_sends_no_new_invitations_either(alices, bobs, person):
    """Neither when it comes in, nor when the organizer's client saves what came in."""
    carols = Diary(person("carol", email="carol@example.org"))
    alices.put(calendar(event(SERIES, attendees=("bob", "carol"))))
    bobs.change("END:VEVENT\r\n", f"END:VEVENT\r\n{answered('bob', 'ACCEPTED')}")
    assert partstat(parts(alices.text)["20300311T110000Z"], "bob") == "ACCEPTED"
    assert alices.change("SUMMARY:Plans", "SUMMARY:Plans").status == 204
    assert (len(bobs.inbox()), len(carols.inbox())) == (1, 1)


@pytest.mark.rfc("6638", "3.2.1.2/instances")
def test_an_instance_that_differs_in_answers_alone_is_no_news(alices, bobs):
    alices.put(calendar(event(SERIES)))
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert alices.change("END:VCALENDAR", f"{event(*SECOND, **AT_SECOND)}\r\nEND:VCALENDAR").status == 204
    assert len(bobs.inbox()) == 1


@pytest.mark.rfc("5546", "3.2.2.3/reply", "3.2.2.3/request")
def test_who_delegates_tells_the_organizer_and_invites_the_other(alices, bobs, person):
    carols = Diary(person("carol", email="carol@example.org"))
    alices.put(meeting())
    carol = "mailto:carol@example.org"
    bobs.change(
        "ATTENDEE:mailto:bob@example.org",
        f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="{carol}":mailto:bob@example.org\r\n'
        f'ATTENDEE;DELEGATED-FROM="mailto:bob@example.org":{carol}',
    )
    assert (alices.partstat("bob"), len(carols.names())) == ("DELEGATED", 1)
    assert "carol" in alices.text
