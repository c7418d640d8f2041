"""Schedule-Tag: it changes with what clients write, and stays where the server notes who takes part (RFC 6638 §3.2.10)."""

import pytest

from a3dav.indexing import rebuild
from a3dav_scheduling.objects import INDEX

from .conftest import C, Diary, calendar, event, meeting

TAG = C + "schedule-tag"


def tag_of(diary, **headers):
    return diary.client.get(diary.only(), **headers).headers.get("schedule-tag")


@pytest.mark.rfc("6638", "3.2.10/header", "8.2", "9.3")
@pytest.mark.parametrize("organizer", ["alice", "carol"])
def test_a_scheduling_object_has_a_tag_in_every_answer(alices, organizer):
    given = alices.put(meeting(organizer=organizer, attendees=("alice", "carol"))).headers["schedule-tag"]
    property_value = alices.client.propfind(alices.only(), TAG).multistatus[alices.only()].text(TAG)
    assert given == tag_of(alices) == property_value
    assert given.startswith('"')


@pytest.mark.rfc("6638", "3.1")
@pytest.mark.parametrize(
    "body",
    [
        meeting(organizer="", attendees=()),
        meeting(organizer="carol", attendees=("dave",)),
        calendar(
            event("RRULE:FREQ=DAILY", attendees=("alice",)),
            event("RECURRENCE-ID:20300311T110000Z", organizer="carol", attendees=("alice",), start="20300311T110000Z"),
        ),
    ],
    ids=["without people", "of others", "of two organizers"],
)
def test_other_objects_have_none(alices, body):
    answer = alices.put(body)
    assert answer.status == 403 or ("schedule-tag" not in answer.headers and tag_of(alices) is None)


@pytest.mark.rfc("6638", "3.2.10/request")
def test_it_changes_when_a_client_writes_or_moves_the_object(alices):
    first = alices.put(meeting()).headers["schedule-tag"]
    second = alices.change("SUMMARY:Plans", "SUMMARY:More plans").headers["schedule-tag"]
    moved = alices.client.request("MOVE", alices.only(), destination="/calendars/alice/calendar/moved.ics")
    assert len({first, second, moved.headers["schedule-tag"]}) == 3
    assert tag_of(alices) == moved.headers["schedule-tag"]


@pytest.mark.rfc("6638", "3.2.10/attendee-update")
def test_it_changes_when_the_organizer_tells_of_a_change(alices, bobs):
    alices.put(meeting())
    before = tag_of(bobs)
    alices.change("SUMMARY:Plans", "SUMMARY:More plans")
    assert tag_of(bobs) != before


@pytest.mark.rfc("6638", "3.2.10/attendee-partstat")
def test_it_stays_when_the_organizer_tells_of_the_answers_of_others(alices, bobs, person):
    carols = Diary(person("carol", email="carol@example.org"))
    alices.put(meeting(attendees=("bob", "carol")))
    before = tag_of(bobs)
    carols.change("ATTENDEE:mailto:carol", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:carol")
    alices.change("ATTENDEE;SCHEDULE-STATUS=1.2:mailto:bob", "ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST:mailto:bob")
    assert (bobs.partstat("carol"), tag_of(bobs)) == ("ACCEPTED", before)


@pytest.mark.rfc("6638", "3.2.10.1/412", "3.2.10.2", "8.3")
@pytest.mark.parametrize("method", ["PUT", "DELETE", "MOVE"])
def test_who_shows_another_tag_is_refused(alices, method):
    alices.put(meeting())
    headers = {"if_schedule_tag_match": '"old"', "destination": "/calendars/alice/calendar/moved.ics"}
    answer = alices.client.request(method, alices.only(), meeting(), content_type="text/calendar", **headers)
    assert (answer.status, alices.only()) == (412, "/calendars/alice/calendar/meeting.ics")


@pytest.mark.rfc("6638", "3.2.10.1/412", "3.2.10.2", "8.3")
@pytest.mark.parametrize("method", ["PUT", "DELETE", "MOVE"])
def test_who_shows_the_present_tag_is_not(alices, method):
    headers = {"if_schedule_tag_match": alices.put(meeting()).headers["schedule-tag"]}
    headers["destination"] = "/calendars/alice/calendar/moved.ics"
    answer = alices.client.request(method, alices.only(), meeting(), content_type="text/calendar", **headers)
    assert answer.status in {201, 204}


def test_it_outlasts_a_rebuilt_index(alices, house):
    tag = alices.put(meeting()).headers["schedule-tag"]
    assert (rebuild(house, INDEX), tag_of(alices)) == (1, tag)
