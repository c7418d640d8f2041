"""Mounts: a collection of one home that is a member of another one, too."""

import pytest

from a3dav.errors import Conflict
from a3dav.storage import mounts
from a3dav.storage.transaction import Actor
from a3dav.xml.names import dav

SHARED, THERE = "/files/alice/shared/", "/files/bob/hers/"
NAMES = ("displayname", "owner", "resourcetype", "sync-token", "getetag")
CTAG, COLOUR = "{http://calendarserver.org/ns/}getctag", "{http://apple.com/ns/ical/}calendar-color"


def acl(*privileges):
    granted = "".join(f"<privilege><{name}/></privilege>" for name in privileges)
    return (
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal>'
        f"<grant>{granted}</grant></ace></acl>"
    )


def set_property(name, text):
    namespace, local = name[1:].split("}")
    return (
        f'<propertyupdate xmlns="DAV:"><set><prop><x:{local} xmlns:x="{namespace}">{text}</x:{local}></prop></set>'
        "</propertyupdate>"
    )


def mount(house, name="hers", source=("files", "alice", "shared"), home=("files", "bob")):
    house.transact(Actor(), lambda tx: mounts.mount(tx, house.resolve(home), name, house.resolve(source)))


@pytest.fixture
def shared(house, alice, bob):
    """A folder of alice's that bob may write in, mounted in his home."""
    alice.request("MKCOL", SHARED)
    alice.put(SHARED + "a.txt", "one")
    assert alice.request("ACL", SHARED, acl("read", "write")).status == 200
    mount(house)
    return house


def members(client, path, *names):
    return client.propfind(path, *(names or (dav("getetag"),)), depth="1").multistatus


def test_what_is_mounted_is_a_member_of_the_home_under_its_own_name(shared, bob):
    assert list(members(bob, "/files/bob/")) == ["/files/bob/", THERE]
    assert list(members(bob, THERE)) == [THERE, THERE + "a.txt"]
    assert bob.get(THERE + "a.txt").body == b"one"


def test_it_belongs_to_whom_it_belonged_to(shared, bob):
    found = members(bob, "/files/bob/", dav("owner"))
    assert found["/files/bob/"].hrefs(dav("owner")) == ["/principals/users/bob/"]
    assert found[THERE].hrefs(dav("owner")) == ["/principals/users/alice/"]


def test_what_is_written_there_is_written_where_it_belongs(shared, alice, bob):
    assert bob.put(THERE + "b.txt", "two").status == 201
    assert alice.get(SHARED + "b.txt").body == b"two"
    assert bob.delete(THERE + "a.txt").status == 204
    assert alice.get(SHARED + "a.txt").status == 404


def test_bytes_count_for_the_owner(shared, alice, bob):
    used = dav("quota-used-bytes")
    bob.put(THERE + "b.txt", "twelve bytes")
    assert alice.propfind("/files/alice/", used).multistatus["/files/alice/"].text(used) == "15"
    assert bob.propfind("/files/bob/", used).multistatus["/files/bob/"].text(used) == "0"


def test_a_foreign_member_that_may_not_be_read_is_not_shown(shared, alice, bob):
    alice.request("ACL", SHARED, '<acl xmlns="DAV:"/>')
    assert list(members(bob, "/files/bob/")) == ["/files/bob/"]
    assert bob.get(THERE + "a.txt").status == 403


def test_deleting_it_takes_it_out_of_the_home_alone(shared, alice, bob):
    assert bob.delete(THERE).status == 204
    assert list(members(bob, "/files/bob/")) == ["/files/bob/"]
    assert bob.get(THERE + "a.txt").status == 404
    assert alice.get(SHARED + "a.txt").body == b"one"


def test_moving_it_gives_it_another_name_for_this_home_alone(shared, alice, bob):
    answer = bob.request("MOVE", THERE, destination="/files/bob/renamed/")
    assert (answer.status, answer.headers["location"]) == (201, "/files/bob/renamed/")
    assert bob.get("/files/bob/renamed/a.txt").body == b"one"
    assert bob.get(THERE + "a.txt").status == 404
    assert alice.get(SHARED + "a.txt").status == 200


@pytest.mark.parametrize("place", ["/files/bob/own/inside/", "/files/bob/own/"])
def test_it_moves_nowhere_else(shared, bob, place):
    bob.request("MKCOL", "/files/bob/own/")
    assert bob.request("MOVE", THERE, destination=place).status == 403
    assert bob.get(THERE + "a.txt").status == 200


@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_nothing_replaces_it(shared, alice, bob, method):
    bob.request("MKCOL", "/files/bob/own/")
    assert bob.request(method, "/files/bob/own/", destination=THERE).status == 403
    assert alice.get(SHARED + "a.txt").status == 200


@pytest.mark.rfc("4918", "9.3.1")
def test_its_name_is_taken(shared, house, bob):
    assert bob.request("MKCOL", THERE).status == 405
    assert bob.put("/files/bob/hers", "x").status == 405
    bob.request("MKCOL", "/files/bob/own/")


@pytest.mark.parametrize("taken", ["hers", "own"])
def test_a_name_that_is_taken_is_no_name_for_a_mount(shared, house, alice, bob, taken):
    bob.request("MKCOL", "/files/bob/own/")
    alice.request("MKCOL", "/files/alice/other/")
    with pytest.raises(Conflict):
        mount(house, taken, ("files", "alice", "other"))


def test_a_collection_is_mounted_once_in_a_home(shared, house):
    with pytest.raises(Conflict):
        mount(house, "again")


def test_a_copy_of_it_is_ones_own(shared, alice, bob):
    bob.proppatch(THERE, set_property(COLOUR, "#ff0000"))
    assert bob.request("COPY", THERE, destination="/files/bob/copy/").status == 201
    alice.delete(SHARED)
    assert bob.get("/files/bob/copy/a.txt").body == b"one"
    assert bob.propfind("/files/bob/copy/", COLOUR).multistatus["/files/bob/copy/"].text(COLOUR) == "#ff0000"


def test_objects_are_moved_into_it_and_out_of_it(shared, alice, bob):
    bob.put("/files/bob/mine.txt", "mine")
    assert bob.request("MOVE", "/files/bob/mine.txt", destination=THERE + "mine.txt").status == 201
    assert alice.get(SHARED + "mine.txt").body == b"mine"
    assert bob.request("MOVE", THERE + "a.txt", destination="/files/bob/a.txt").status == 201
    assert alice.get(SHARED + "a.txt").status == 404


def test_properties_set_there_are_ones_own(shared, alice, bob):
    alice.proppatch(SHARED, set_property(COLOUR, "#0000ff"))
    alice.proppatch(SHARED, set_property(dav("displayname"), "Hers"))
    assert bob.proppatch(THERE, set_property(COLOUR, "#ff0000")).status == 207
    hers = alice.propfind(SHARED, COLOUR, dav("displayname")).multistatus[SHARED]
    his = bob.propfind(THERE, COLOUR, dav("displayname")).multistatus[THERE]
    assert (hers.text(COLOUR), his.text(COLOUR)) == ("#0000ff", "#ff0000")
    assert his.text(dav("displayname")) == "Hers"


def test_a_property_that_is_removed_there_is_that_of_the_owner_again(shared, alice, bob):
    alice.proppatch(SHARED, set_property(COLOUR, "#0000ff"))
    bob.proppatch(THERE, set_property(COLOUR, "#ff0000"))
    removal = set_property(COLOUR, "").replace("set>", "remove>")
    assert bob.proppatch(THERE, removal).status == 207
    assert bob.propfind(THERE, COLOUR).multistatus[THERE].text(COLOUR) == "#0000ff"


def ctag(client, path):
    return client.propfind(path, CTAG).multistatus[path].text(CTAG)


@pytest.mark.parametrize(
    "change",
    [
        lambda alice, bob: alice.put(SHARED + "b.txt", "two"),
        lambda alice, bob: alice.delete(SHARED + "a.txt"),
        lambda alice, bob: alice.proppatch(SHARED, set_property(COLOUR, "#123456")),
        lambda alice, bob: bob.proppatch(THERE, set_property(COLOUR, "#123456")),
        lambda alice, bob: bob.delete(THERE),
        lambda alice, bob: bob.request("MOVE", THERE, destination="/files/bob/renamed/"),
    ],
)
def test_the_home_has_changed_when_it_has(shared, alice, bob, change):
    before = ctag(bob, "/files/bob/")
    token = bob.sync("/files/bob/").xml.findtext("{DAV:}sync-token")
    assert ctag(bob, "/files/bob/") == before
    change(alice, bob)
    assert ctag(bob, "/files/bob/") != before
    assert bob.sync("/files/bob/", token).multistatus


def test_a_token_of_the_home_is_a_condition(shared, alice, bob):
    token = bob.sync("/files/bob/").xml.findtext("{DAV:}sync-token")
    condition = f"</files/bob/> (<{token}>)"
    assert bob.put("/files/bob/x.txt", "x", If=condition).status == 201
    token = bob.sync("/files/bob/").xml.findtext("{DAV:}sync-token")
    alice.put(SHARED + "b.txt", "two")
    assert bob.put("/files/bob/y.txt", "y", If=f"</files/bob/> (<{token}>)").status == 412


@pytest.mark.rfc("6578", "3.2")
def test_a_token_of_the_home_ends_when_rights_on_a_mounted_collection_change(shared, alice, bob):
    token = bob.sync("/files/bob/").xml.findtext("{DAV:}sync-token")
    alice.request("ACL", SHARED, acl("read"))
    assert bob.sync("/files/bob/", token).condition == dav("valid-sync-token")


def test_it_ends_with_the_collection(shared, alice, bob):
    token = bob.sync("/files/bob/").xml.findtext("{DAV:}sync-token")
    alice.delete(SHARED)
    assert list(members(bob, "/files/bob/")) == ["/files/bob/"]
    assert bob.sync("/files/bob/", token).multistatus[THERE].status == 404


@pytest.mark.parametrize("erased", ["alice", "bob"])
def test_it_ends_with_either_account(shared, house, alice, bob, erased):
    from a3dav.administration import erase_account, find_account
    from a3dav.principals import Role
    from a3dav.testing.people import add_person

    add_person(house, "root", role=Role.ADMIN)
    bob.proppatch(THERE, set_property(COLOUR, "#ff0000"))
    erase_account(house, Actor(), find_account(house, erased))
    assert house.store.engine.rows("SELECT id FROM mounts") == []
    assert house.store.engine.rows("SELECT name FROM properties WHERE name = ?", (COLOUR,)) == []


def test_a_lock_of_the_owner_holds_there_and_names_the_collection(shared, alice, bob):
    lockinfo = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    alice.request("LOCK", SHARED + "a.txt", lockinfo)
    assert bob.put(THERE + "a.txt", "two").status == 423


def test_what_is_locked_where_it_belongs_leaves_other_homes_all_the_same(shared, alice, bob):
    lockinfo = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    assert alice.request("LOCK", SHARED, lockinfo).status == 200
    assert bob.put(THERE + "b.txt", "two").status == 423
    assert bob.delete(THERE).status == 204


def test_a_lock_taken_there_has_its_root_there(shared, alice, bob):
    lockinfo = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    answer = bob.request("LOCK", THERE + "a.txt", lockinfo)
    assert answer.xml.findtext(".//{DAV:}lockroot/{DAV:}href") == THERE + "a.txt"
    assert alice.put(SHARED + "a.txt", "two").status == 423


def test_homes_without_mounts_are_asked_for_them_once(house, alice, monkeypatch):
    asked = []
    of_home = house.store.mounts.of_home
    monkeypatch.setattr(house.store.mounts, "of_home", lambda home: asked.append(home) or of_home(home))
    alice.put("/files/alice/a.txt", "x")
    alice.get("/files/alice/a.txt")
    alice.propfind("/files/alice/a.txt", dav("getetag"))
    assert asked == []
    members(alice, "/files/alice/")
    assert len(asked) == 1


def test_a_mount_that_leads_nowhere_is_found_and_removed(shared, house, bob):
    from a3dav.checks import findings, mended

    def lose():
        house.store.engine.execute("UPDATE mounts SET collection_id = ?", (b"gone",))

    house.store.engine.submit(lose).result()
    (found,) = (finding for finding in findings(house) if not finding.ok and "lead nowhere" in finding.text)
    assert "hers of bob" in found.text
    assert [outcome.done for outcome in mended(house, Actor(), found.mend)] == [True]
    assert bob.request("MKCOL", THERE).status == 201
