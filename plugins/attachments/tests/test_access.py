"""Who reads an attachment: whoever reads, as it is, an object that refers to it (RFC 8607 §3.12.2, §3.12.6)."""

import pytest

from a3dav import hookimpl
from a3dav.identifiers import new_id
from a3dav.registries import Adjustment, Lens
from a3dav.storage.transaction import Actor, StoredBody
from a3dav.testing.access import grant, set_acl
from a3dav.xml.names import dav

from .conftest import CALENDAR, EVENT, TEXT, C, add, attached, calendar, component, event, path_of, remove, update

pytestmark = pytest.mark.rfc("8607", "3.12.2")
BOB = "/principals/users/bob/"
BOBS = "/calendars/bob/calendar/"
MEETING = (
    "DTSTART:20300310T110000Z", "SUMMARY:Plans", "ORGANIZER:mailto:alice@example.org",
    "ATTENDEE:mailto:alice@example.org", "ATTENDEE:mailto:bob@example.org",
)  # fmt: skip


def only(client, path=BOBS):
    (found,) = [name for name in client.propfind(path, "{DAV:}getetag", depth="1").multistatus if name != path]
    return found


def can_read(client, path):
    return {client.request(method, path).status for method in ("GET", "HEAD", "PROPFIND")} <= {200, 207}


@pytest.fixture
def invited(alice, bob):
    """The path of an attachment of a meeting that bob is invited to."""
    alice.put(EVENT, event(*MEETING))
    add(alice)
    return path_of(attached(alice)["M"][0])


@pytest.fixture
def share(house, alice, bob):
    """Shares alice's calendar with bob."""

    def make(access):
        collection, sharee = house.resolve(("calendars", "alice", "calendar")), house.store.accounts.by_name("bob").id
        share_id, engine = new_id(), house.store.engine

        def work():
            engine.execute(
                "INSERT INTO sharing_shares (id, collection_id, sharee_id, access, key_id, words, created)"
                " VALUES (?, ?, ?, ?, '', ?, 0)",
                (share_id, collection.id, sharee, access, b""),
            )
            engine.execute(
                "INSERT INTO sharing_invitations (id, share_id, account_id, state, changed)"
                " VALUES (?, ?, ?, 'accepted', 0)",
                (new_id(), share_id, sharee),
            )

        engine.submit(work).result()

    return make


def test_a_stranger_reads_no_attachment(notes, bob):
    assert {bob.request(method, notes).status for method in ("GET", "HEAD", "PROPFIND")} == {403}
    assert bob.propfind("/attachments/alice/", depth="1").status == 403


def test_what_is_there_is_told_to_nobody_else(notes, bob):
    there, nowhere = bob.get(notes), bob.get(notes.replace("-notes", "-other"))
    assert (there.status, there.condition) == (nowhere.status, nowhere.condition)


def test_who_may_read_the_calendar_reads_the_attachment(alice, bob, notes):
    set_acl(alice, CALENDAR, grant(BOB, "read"))
    assert can_read(bob, notes)
    assert bob.get(notes, range="bytes=1-2").body == b"el"
    set_acl(alice, CALENDAR)
    assert bob.get(notes).status == 403


def test_who_may_read_the_event_alone_reads_the_attachment(alice, bob, notes):
    set_acl(alice, EVENT, grant(BOB, "read"))
    assert can_read(bob, notes)


def test_who_may_write_the_event_changes_no_attachment_but_through_it(alice, bob, notes):
    set_acl(alice, CALENDAR, grant(BOB, "all"))
    assert bob.put(notes, b"other").status == 403
    assert bob.delete(notes).status == 403
    assert add(bob).status == 201
    assert len(attached(alice)["M"]) == 2


def test_who_may_not_write_the_event_attaches_nothing(alice, bob, notes):
    set_acl(alice, CALENDAR, grant(BOB, "read"))
    assert add(bob).status == 403
    assert len(attached(alice)["M"]) == 1


@pytest.mark.rfc("8607", "3.12.1")
def test_what_others_attach_counts_for_the_owner_of_the_calendar(house, alice, bob, event_of_alice):
    set_acl(alice, CALENDAR, grant(BOB, "all"))
    used = {name: house.store.accounts.by_name(name).used for name in ("alice", "bob")}
    add(bob, body=b"x" * 1000)
    assert house.store.accounts.by_name("alice").used > used["alice"] + 1000
    assert house.store.accounts.by_name("bob").used == used["bob"]


@pytest.mark.parametrize(("access", "status"), [("read", 200), ("read-write", 200), ("busy", 403)])
def test_sharees_read_what_they_see(bob, notes, share, access, status):
    share(access)
    assert bob.get(EVENT).status == 200
    assert bob.get(notes).status == status


def test_sharees_read_no_attachment_of_what_is_confidential(alice, bob, share):
    alice.put(EVENT, event("DTSTART:20260310T110000Z", "CLASS:CONFIDENTIAL"))
    add(alice)
    share("read")
    assert bob.get(path_of(attached(alice)["M"][0])).status == 403


def test_sharees_attach_nothing_to_what_they_see_less_of(alice, bob, share):
    body = event("DTSTART:20260310T110000Z", "CLASS:CONFIDENTIAL")
    alice.put(EVENT, body)
    share("read-write")
    assert add(bob).status == 403
    assert alice.get(EVENT).text == body


def test_the_audit_trail_tells_who_attached_what(house, alice, notes):
    rows = house.store.engine.rows("SELECT resource_id FROM audit WHERE action = 'put'")
    assert house.resolve(tuple(notes.strip("/").split("/"))).id in {bytes(row[0]) for row in rows}


@pytest.mark.rfc("6638", "3.2.2.1")
def test_what_is_attached_to_a_meeting_is_the_organizers(house, bob, invited):
    before = bob.get(only(bob)).text
    answer = add(bob, only(bob), body=b"x" * 300_000)
    assert (answer.status, answer.condition) == (403, C + "allowed-attendee-scheduling-object-change")
    assert bob.get(only(bob)).text == before
    assert list(house.store.blobs.references(2**40)) == []


def test_sharees_who_write_attach_and_keep_their_own_alarms(alice, bob, event_of_alice, share):
    share("read-write")
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT9M\r\nDESCRIPTION:x\r\nEND:VALARM"
    assert bob.put(EVENT, event("DTSTART:20260310T110000Z", alarm)).status == 204
    assert add(bob).status == 201
    assert "TRIGGER:-PT9M" in bob.get(EVENT).text
    assert "TRIGGER:-PT9M" not in alice.get(EVENT).text
    assert len(attached(alice)["M"]) == 1


@pytest.mark.rfc("8607", "3.12.6")
def test_who_is_invited_reads_the_attachment(bob, invited):
    (line,) = attached(bob, only(bob))["M"]
    assert path_of(line) == invited
    assert bob.get(invited).body == b"hello"


def test_who_acts_for_somebody_invited_reads_the_attachment(bob, person, invited):
    carol, proxies = person("carol"), "/principals/users/bob/calendar-proxy-read/"
    assert carol.get(invited).status == 403
    members = "<D:group-member-set><D:href>/principals/users/carol/</D:href></D:group-member-set>"
    update_of = f'<D:propertyupdate xmlns:D="DAV:"><D:set><D:prop>{members}</D:prop></D:set></D:propertyupdate>'
    assert bob.proppatch(proxies, update_of).status == 207
    assert carol.get(invited).body == b"hello"


@pytest.mark.rfc("8607", "3.12.6")
def test_who_is_invited_reads_the_next_version_too(alice, bob, invited):
    identifier = attached(alice)["M"][0].partition("MANAGED-ID=")[2].partition(";")[0]
    update(alice, identifier, body=b"second")
    (line,) = attached(bob, only(bob))["M"]
    assert bob.get(path_of(line)).body == b"second"
    assert bob.get(invited).status == 403


@pytest.mark.rfc("8607", "3.6", "3.12.6")
def test_who_is_invited_reads_no_more_what_was_removed(alice, bob, invited):
    remove(alice, attached(alice)["M"][0].partition("MANAGED-ID=")[2].partition(";")[0])
    assert attached(bob, only(bob)) == {"M": []}
    assert bob.get(invited).status == 403


def test_who_was_invited_reads_no_more_when_the_event_is_gone(alice, bob, invited):
    alice.delete(EVENT)
    assert bob.get(invited).status == 403


def test_who_is_invited_keeps_access_when_they_change_their_copy(bob, invited):
    copy = only(bob)
    changed = bob.get(copy).text.replace("SUMMARY:Plans", "SUMMARY:Plans\r\nCOMMENT:mine")
    assert bob.put(copy, changed).status == 204
    assert bob.get(invited).status == 200


def _stored_for_bob(house, body, uid, actor):
    """As a message from anywhere leaves it, without anybody's judgement."""
    home, data = house.resolve(("calendars", "bob", "calendar")), body.encode()
    stored = StoredBody(data, None, len(data), uid)
    house.transact(
        actor,
        lambda tx: tx.put(
            home, f"{uid}.ics", None, stored, kind="calendar-object", content_type="text/calendar", uid=uid
        ),
    )


def test_a_forged_invitation_opens_no_attachment(house, alice, bob, notes):
    forged = event("DTSTART:20300310T110000Z", *attached(alice)["M"], uid="forged")
    _stored_for_bob(house, forged, "forged", Actor(method="scheduling"))
    assert bob.get(notes).status == 403
    copy = BOBS + "forged.ics"
    assert bob.put(copy, forged.replace("SUMMARY", "COMMENT")).status == 204
    assert bob.get(notes).status == 403


def test_a_copy_in_another_calendar_keeps_the_attachment(alice, bob, invited):
    alice.request("MKCALENDAR", "/calendars/alice/other/")
    solo = CALENDAR + "solo.ics"
    alice.put(solo, event(uid="solo"))
    add(alice, solo)
    line = attached(alice, solo)["M"][0]
    alice.request("COPY", solo, destination="http://localhost/calendars/alice/other/solo.ics")
    alice.delete(solo)
    set_acl(alice, "/calendars/alice/other/", grant(BOB, "read"))
    assert bob.get(path_of(line)).status == 200


def test_a_copy_that_a_reader_made_keeps_the_attachment_readable(alice, bob, notes):
    set_acl(alice, CALENDAR, grant(BOB, "read"))
    answer = bob.request("COPY", EVENT, destination=f"http://localhost{BOBS}mine.ics")
    assert answer.status == 201
    set_acl(alice, CALENDAR)
    assert bob.get(notes).status == 200


def test_an_event_that_moves_to_somebody_else_takes_the_access_along(alice, bob, notes):
    set_acl(bob, BOBS, grant("/principals/users/alice/", "all"))
    assert alice.request("MOVE", EVENT, destination=f"http://localhost{BOBS}e.ics").status == 201
    assert bob.get(notes).status == 200


class Mask:
    """Hides the words of everything from bob."""

    @hookimpl
    def a3dav_adjust_privileges(self, identity, resources):
        reading = frozenset({dav("read")})
        return [Adjustment(reading if r.path[:1] == ("calendars",) else frozenset()) for r in resources]

    @hookimpl
    def a3dav_lenses(self, collections):
        lens = Lens(
            "mask", frozenset({"calendar-object"}), lambda _, bodies: [b.replace(b"Lunch", b"L") for b in bodies]
        )
        return [(lens,) for _ in collections]


def test_what_is_seen_through_any_mask_does_not_count(house, bob, notes):
    house.plugins.register(Mask())
    assert "SUMMARY:L\r\n" in bob.get(EVENT).text
    assert bob.get(notes).status == 403


def test_the_owner_sees_that_nobody_writes_to_attachments(alice, notes):
    found = alice.propfind(notes, "{DAV:}current-user-privilege-set").multistatus[notes]
    names = {element.tag for element in found.found["{DAV:}current-user-privilege-set"].iter()}
    assert "{DAV:}read" in names
    assert not names & {dav("all"), dav("write"), dav("write-content"), dav("unlock"), dav("write-acl")}


def test_access_is_the_same_after_the_index_was_made_anew(house, alice, bob, invited):
    from a3dav.indexing import rebuild

    copy = only(bob)
    (index,) = [entry for entry in house.indexes if entry.name == "attachments"]
    rebuild(house, index)
    assert bob.get(invited).status == 200
    assert bob.get(copy).status == 200


def test_a_task_of_somebody_else_is_read_with_its_attachment(alice, bob):
    task = "/calendars/alice/tasks/t.ics"
    alice.put(task, calendar(component("SUMMARY:Sweep", name="VTODO")))
    location = alice.request("POST", f"{task}?action=attachment-add", b"how", **TEXT).headers["location"]
    set_acl(alice, "/calendars/alice/tasks/", grant(BOB, "read"))
    assert bob.get(location.removeprefix("http://localhost")).body == b"how"
