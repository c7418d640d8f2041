"""Who writes with If-Schedule-Tag-Match need not have read the newest answers: they stay (RFC 6638 §3.2.10.1)."""

import pytest

from .conftest import lines_of, meeting, partstat

SERIES = ("RRULE:FREQ=DAILY;COUNT=3",)


@pytest.fixture
def answered(alices, bobs):
    """What Alice read, before Bob accepted, and the tag that came with it."""
    alices.put(meeting())
    read = alices.client.get(alices.only())

    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    return read.text, read.headers["schedule-tag"]


@pytest.mark.rfc("6638", "3.2.10", "3.2.10.1/merged")
def test_answers_that_came_meanwhile_stay(alices, answered):
    text, tag = answered
    answer = alices.put(text.replace("Plans", "More plans"), if_schedule_tag_match=tag)
    assert (answer.status, alices.partstat("bob")) == (204, "ACCEPTED")
    assert lines_of(alices.text, "SUMMARY") == ["SUMMARY:More plans"]


@pytest.mark.rfc("6638", "3.2.10/organizer-reply")
def test_an_answer_does_not_change_the_tag(alices, answered):
    assert alices.client.get(alices.only()).headers["schedule-tag"] == answered[1]


def test_who_asks_for_the_entity_tag_is_told_of_the_answer(alices, answered):
    etag = alices.client.get(alices.only()).headers["etag"]
    assert alices.put(answered[0], if_match='"old"').status == 412
    assert alices.put(answered[0], if_match=etag).status == 204


@pytest.mark.rfc("6638", "3.2.10/request", "3.2.10.1/412")
def test_the_tag_that_was_used_is_old_then(alices, answered):
    text, tag = answered
    alices.put(text.replace("Plans", "More plans"), if_schedule_tag_match=tag)
    assert alices.put(text, if_schedule_tag_match=tag).status == 412


@pytest.mark.rfc("6638", "3.2.10.1/merged")
def test_an_answer_to_one_instance_stays(alices, bobs):
    alices.put(meeting(*SERIES))
    read = alices.client.get(alices.only())
    decline_second(bobs)
    assert alices.text.count("BEGIN:VEVENT") == 2
    tag = read.headers["schedule-tag"]
    assert alices.put(read.text.replace("Plans", "More plans"), if_schedule_tag_match=tag).status == 204
    _, first, second = alices.text.split("BEGIN:VEVENT")
    assert [partstat(part, "bob") for part in (first, second)] == ["NEEDS-ACTION", "DECLINED"]
    assert lines_of(alices.text, "SUMMARY") == ["SUMMARY:More plans"] * 2


def test_an_answer_to_an_instance_that_is_gone_does_not_bring_it_back(alices, bobs):
    alices.put(meeting(*SERIES))
    read = alices.client.get(alices.only())
    decline_second(bobs)
    without = read.text.replace("RRULE:", "EXDATE:20300311T110000Z\r\nRRULE:")
    assert alices.put(without, if_schedule_tag_match=read.headers["schedule-tag"]).status == 204
    assert alices.text.count("BEGIN:VEVENT") == 1


def decline_second(diary):
    """Adds an override of the second instance, as clients do."""
    (master,) = diary.text.split("BEGIN:VEVENT")[1:]
    override = (
        master.replace("RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID:20300311T110000Z")
        .replace("DTSTART:20300310T110000Z", "DTSTART:20300311T110000Z")
        .replace("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=DECLINED:mailto:bob")
    )
    body = diary.text.replace("END:VCALENDAR", "BEGIN:VEVENT" + override)
    assert diary.client.put(diary.only(), body, content_type="text/calendar").status == 204, body
