"""Groups are invited with their members (RFC 5545 §3.2.11, §3.2.3)."""

import pytest

from a3dav.storage.transaction import Actor

from .conftest import Diary, lines_of, meeting


@pytest.fixture
def team(house, person, alices, bobs):
    """A group of Alice, Bob and another group with Carol, which holds the first in turn."""
    accounts = {}
    for name, kind in (("team", "group"), ("inner", "group"), ("carol", "user")):
        person(name, email=f"{name}@example.org", kind=kind)
        accounts[name] = house.store.accounts.by_name(name).id
    for group, member in (("team", "alice"), ("team", "bob"), ("team", "inner"), ("inner", "carol"), ("inner", "team")):
        group_id, member_id = (house.store.accounts.by_name(name).id for name in (group, member))
        house.transact(Actor(), lambda tx, g=group_id, m=member_id: tx.store.accounts.add_member(g, m))
    return person


def people(text):
    return {line.rpartition("mailto:")[2].partition("@")[0]: line for line in lines_of(text, "ATTENDEE")}


@pytest.mark.rfc("5545", "3.2.3", "3.2.11")
def test_members_of_a_group_are_invited_beside_it(alices, bobs, team):
    alices.put(meeting(attendees=("team",)))
    found = people(alices.text)
    assert list(found) == ["team", "bob", "carol"]
    assert "CUTYPE=GROUP" in found["team"]
    assert ['MEMBER="mailto:team@example.org"' in found[name] for name in ("bob", "carol")] == [True, True]
    assert len(bobs.names()) == 1


@pytest.mark.rfc("6638", "7.3/attendee")
def test_the_group_itself_gets_no_message(alices, bobs, team):
    alices.put(meeting(attendees=("team",)))
    assert "SCHEDULE-STATUS" not in people(alices.text)["team"]


def test_who_is_invited_by_name_already_is_not_invited_again(alices, bobs, team):
    alices.put(meeting(attendees=("bob", "team")))
    assert [line for line in lines_of(alices.text, "ATTENDEE") if "bob" in line][1:] == []


def test_what_a_member_answered_outlasts_a_write_that_names_the_group_alone(alices, bobs, team):
    alices.put(meeting(attendees=("team",)))
    (line,) = [line for line in lines_of(bobs.text, "ATTENDEE") if "bob" in line]
    bobs.change(line, line.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED"))
    alices.put(meeting("LOCATION:Upstairs", attendees=("team",)))
    assert alices.partstat("bob") == "ACCEPTED"


def test_a_group_that_the_server_is_not_to_invite_stays_as_it_is(alices, bobs, team):
    body = meeting(attendees=("ATTENDEE;CUTYPE=GROUP;SCHEDULE-AGENT=NONE:mailto:team@example.org",))
    assert alices.put(body).headers.get("etag")
    assert (alices.get().text, bobs.names()) == (body, [])


def test_who_may_not_sign_in_any_more_is_left_out(alices, bobs, team, house):
    house.store.accounts.set_disabled(house.store.accounts.by_name("carol").id, disabled=True)
    alices.put(meeting(attendees=("team",)))
    assert list(people(alices.text)) == ["team", "bob"]


def test_a_member_who_left_the_group_meanwhile_stays_invited(alices, bobs, team, house):
    alices.put(meeting(attendees=("team",)))
    ids = [house.store.accounts.by_name(name).id for name in ("team", "bob")]
    house.transact(Actor(), lambda tx: tx.store.accounts.remove_member(*ids))
    alices.change("SUMMARY:Plans", "SUMMARY:Other plans")
    assert Diary(bobs.client).names() != []
    assert "bob" in people(alices.text)
