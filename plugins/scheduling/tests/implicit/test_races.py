"""Writes that are judged while others write: what was found out no longer holds then, and is found out anew."""

import pytest

from a3dav import hookimpl

from .conftest import meeting


@pytest.fixture
def meanwhile(house):
    """Has something done once, between the next judgement of a write and its transaction."""

    def plan(act):
        house.plugins.register(Once(act))

    return plan


class Once:
    def __init__(self, act):
        self.act = act

    @hookimpl(trylast=True)
    def a3dav_validate_write(self, write):
        act, self.act = self.act, None
        if act is not None:
            act()


@pytest.mark.rfc("6638", "3.2.10.1/merged")
def test_an_answer_that_comes_between_is_merged_too(alices, bobs, meanwhile):
    tag = alices.put(meeting()).headers["schedule-tag"]
    meanwhile(lambda: bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob"))
    assert alices.put(meeting("LOCATION:Upstairs"), if_schedule_tag_match=tag).status == 204
    assert alices.partstat("bob") == "ACCEPTED"


def test_who_was_invited_between_is_cancelled(alices, bobs, meanwhile):
    alices.put(meeting(attendees=("carol",)))
    meanwhile(lambda: alices.put(meeting(attendees=("carol", "bob"))))
    assert alices.client.delete(alices.only()).status == 204
    assert "STATUS:CANCELLED" in bobs.text


def test_what_comes_into_a_calendar_between_is_cancelled_with_it(alices, bobs, meanwhile):
    work = "/calendars/alice/work/"
    alices.client.request("MKCALENDAR", work)
    meanwhile(lambda: alices.client.put(work + "late.ics", meeting(), content_type="text/calendar"))
    assert alices.client.delete(work).status == 204
    assert "STATUS:CANCELLED" in bobs.text


def test_a_second_object_of_one_uid_that_comes_between_is_refused(alices, meanwhile):
    work = "/calendars/alice/work/"
    alices.client.request("MKCALENDAR", work)
    meanwhile(lambda: alices.client.put(work + "same.ics", meeting(), content_type="text/calendar"))
    assert alices.put(meeting()).status == 403
