"""COPY, MOVE, DELETE and imports of scheduling objects (RFC 6638 §3.2.3), and what stands once in a home (§3.2.4.1)."""

import pytest

from a3dav.outbox import deliver_due
from a3dav.transfer import Report, files_below, import_file

from .conftest import C, calendar, event, lines_of, meeting

WORK = "/calendars/alice/work/"
UNIQUE = C + "unique-scheduling-object-resource"


@pytest.fixture
def work(alices):
    assert alices.client.request("MKCALENDAR", WORK).status == 201
    return WORK


@pytest.mark.rfc("6638", "3.2.4.1")
def test_a_second_object_of_one_uid_is_refused_in_another_calendar(alices, work):
    alices.put(meeting())
    answer = alices.client.put(work + "again.ics", meeting(), content_type="text/calendar")
    assert (answer.status, answer.condition) == (403, UNIQUE)
    assert answer.xml.findtext(".//{DAV:}href") == alices.only()


@pytest.mark.rfc("6638", "3.2.3.3", "3.2.4.1")
def test_a_copy_into_another_calendar_is_refused(alices, work):
    alices.put(meeting())
    answer = alices.client.request("COPY", alices.only(), destination=work + "again.ics")
    assert (answer.status, answer.condition) == (403, UNIQUE)


@pytest.mark.rfc("6638", "3.2.3.4")
def test_a_move_between_calendars_tells_nobody(alices, bobs, work):
    alices.put(meeting())
    assert alices.client.request("MOVE", alices.only(), destination=work + "moved.ics").status == 201
    assert len(bobs.inbox()) == 1


@pytest.mark.rfc("6638", "3.2.3.3", "3.2.3.4")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_what_comes_in_from_a_folder_invites(alices, bobs, method):
    alices.client.put("/files/alice/meeting.ics", meeting(), content_type="text/calendar")
    answer = alices.client.request(method, "/files/alice/meeting.ics", destination=alices.calendar + "in.ics")
    assert (answer.status, len(bobs.names())) == (201, 1)
    assert "SCHEDULE-STATUS=1.2" in alices.text
    assert answer.headers["schedule-tag"] == alices.client.get(alices.only()).headers["schedule-tag"]


@pytest.mark.rfc("6638", "3.2.3.4")
def test_what_leaves_for_a_folder_is_cancelled(alices, bobs):
    alices.put(meeting())
    alices.client.request("MOVE", alices.only(), destination="/files/alice/meeting.ics")
    assert lines_of(bobs.text, "STATUS") == ["STATUS:CANCELLED"]


@pytest.mark.rfc("6638", "3.2.3.3")
def test_a_copy_into_a_folder_tells_nobody(alices, bobs):
    alices.put(meeting())
    assert alices.client.request("COPY", alices.only(), destination="/files/alice/meeting.ics").status == 201
    assert len(bobs.inbox()) == 1


def test_what_is_replaced_by_another_is_cancelled(alices, bobs, work):
    alices.put(meeting())
    alices.client.put(work + "other.ics", meeting(uid="other", attendees=()), content_type="text/calendar")
    assert alices.client.request("MOVE", work + "other.ics", destination=alices.only()).status == 204
    assert lines_of(bobs.text, "STATUS") == ["STATUS:CANCELLED"]


@pytest.mark.rfc("6638", "3.2.3.2/calendar")
def test_a_calendar_that_is_deleted_cancels_what_is_in_it(alices, bobs, work):
    for uid in ("one", "two"):
        alices.client.put(f"{work}{uid}.ics", meeting(uid=uid), content_type="text/calendar")
    assert alices.client.delete(work).status == 204
    assert [lines_of(text, "STATUS") for text in bobs.bodies()] == [["STATUS:CANCELLED"]] * 2


@pytest.mark.rfc("6638", "3.2.2.4", "3.2.3.2/calendar")
def test_a_calendar_that_an_attendee_deletes_declines_what_is_in_it(alices, bobs):
    bobs.client.request("MKCALENDAR", "/calendars/bob/work/")
    alices.put(meeting())
    bobs.client.request("MOVE", bobs.only(), destination="/calendars/bob/work/moved.ics")
    assert bobs.client.delete("/calendars/bob/work/").status == 204
    assert alices.partstat("bob") == "DECLINED"


@pytest.mark.rfc("6638", "3.2.3.1")
def test_a_meeting_that_becomes_a_private_event_is_cancelled(alices, bobs):
    alices.put(meeting())
    assert alices.put(meeting(organizer="", attendees=())).status == 204
    assert lines_of(bobs.text, "STATUS") == ["STATUS:CANCELLED"]


@pytest.mark.rfc("6638", "3.2.3.1")
def test_a_private_event_that_becomes_a_meeting_invites(alices, bobs):
    alices.put(meeting(organizer="", attendees=()))
    assert alices.put(meeting()).status == 204
    assert len(bobs.names()) == 1


def test_a_file_of_meetings_that_is_posted_invites(alices, bobs, house):
    body = calendar(event(uid="one"), event(uid="two"))
    assert alices.client.request("POST", alices.calendar, body, content_type="text/calendar").status == 200
    assert (deliver_due(house), len(bobs.names())) == (2, 2)


def test_an_import_by_the_administrator_invites_nobody(alices, bobs, house, tmp_path):
    (tmp_path / "old.ics").write_text(meeting(), newline="")
    report, account = Report(), house.store.accounts.by_name("alice")
    for file in files_below(tmp_path / "old.ics", house):
        import_file(house, account, file, report)
    assert (report.created, bobs.names(), house.store.engine.rows("SELECT id FROM outbox")) == (1, [], [])
