"""Attachments that nothing refers to any more (RFC 8607 §3.12.5)."""

import pytest

from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Actor
from a3dav_attachments.orphans import remove_orphans

from .conftest import CALENDAR, EVENT, add, attached, event, path_of, remove, update

pytestmark = pytest.mark.rfc("8607", "3.12.5")
DAY = 86_400_000


def later(house, days):
    """Moves what lost its last use back in time."""
    house.store.engine.submit(
        lambda: house.store.engine.execute(
            "UPDATE attachments_made SET unused = ? WHERE unused > 0", (now_ms() - days * DAY,)
        )
    ).result()


def used(house):
    return house.store.accounts.by_name("alice").used


def identifier(path):
    return path.rpartition("/")[2].partition("-")[0]


def test_an_attachment_that_is_used_stays(house, alice, notes):
    later(house, 1000)
    assert remove_orphans(house) == ""
    assert alice.get(notes).status == 200


def test_a_removed_attachment_stays_for_a_while(house, alice, notes):
    remove(alice, identifier(notes))
    later(house, 20)
    assert remove_orphans(house) == ""
    assert alice.get(notes).status == 200


@pytest.mark.parametrize("how", ["removed", "updated", "left out", "deleted", "deleted with the calendar"])
def test_an_attachment_without_an_event_goes_at_last_and_gives_its_bytes_back(house, alice, how):
    place = "/calendars/alice/other/"
    alice.request("MKCALENDAR", place)
    alice.put(place + "e.ics", event())
    before = used(house)
    add(alice, place + "e.ics", body=b"x" * 1000)
    path = path_of(attached(alice, place + "e.ics")["M"][0])
    {
        "removed": lambda: remove(alice, identifier(path), place + "e.ics"),
        "updated": lambda: update(alice, identifier(path), place + "e.ics", body=b""),
        "left out": lambda: alice.put(place + "e.ics", event()),
        "deleted": lambda: alice.delete(place + "e.ics"),
        "deleted with the calendar": lambda: alice.delete(place),
    }[how]()
    later(house, 1000)
    assert remove_orphans(house) == "1 attachments removed that nothing refers to"
    assert alice.get(path).status == 404
    assert used(house) < before + 1000
    assert remove_orphans(house) == ""


def test_one_of_two_events_keeps_the_attachment(house, alice, notes):
    alice.put(CALENDAR + "other.ics", event("DTSTART:20260310T110000Z", *attached(alice)["M"], uid="other"))
    alice.delete(EVENT)
    later(house, 1000)
    remove_orphans(house)
    assert alice.get(notes).status == 200


def test_an_attachment_that_is_used_again_stays(house, alice, notes):
    lines = attached(alice)["M"]
    alice.put(EVENT, event())
    alice.put(EVENT, event("DTSTART:20260310T110000Z", *lines))
    later(house, 1000)
    remove_orphans(house)
    assert alice.get(notes).status == 200


def test_what_history_may_bring_back_has_its_attachments(make_house):
    from a3dav.testing.people import add_person

    house = make_house(storage__history_days=100, plugins__attachments__orphan_days=0)
    client = add_person(house, "alice")
    client.put(EVENT, event())
    add(client)
    path = path_of(attached(client)["M"][0])
    client.delete(EVENT)
    later(house, 50)
    remove_orphans(house)
    assert client.get(path).status == 200
    later(house, 101)
    remove_orphans(house)
    assert client.get(path).status == 404


def test_the_copy_of_somebody_who_was_invited_keeps_nothing_for_ever(house, alice, bob):
    people = ("ORGANIZER:mailto:alice@example.org", "ATTENDEE:mailto:bob@example.org")
    alice.put(EVENT, event("DTSTART:20300310T110000Z", *people))
    add(alice)
    path = path_of(attached(alice)["M"][0])
    alice.delete(EVENT)
    later(house, 1000)
    remove_orphans(house)
    assert alice.get(path).status == 404


def test_an_account_that_is_erased_takes_its_attachments_along(house, alice, notes):
    from a3dav.administration import erase_account

    erase_account(house, Actor(), house.store.accounts.by_name("alice"))
    assert house.store.engine.rows("SELECT 1 FROM attachments_made") == []
