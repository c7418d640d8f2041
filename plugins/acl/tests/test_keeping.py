"""Lists outlive backups, upgrades and the plugin itself, and nothing else."""

from a3dav.administration import erase_account, find_account
from a3dav.storage.transaction import Actor
from a3dav.testing.access import entries_of, grant, share
from a3dav.testing.backups import back_up, put_back
from a3dav.testing.client import Client

HOME, NOTE = "/files/alice/", "/files/alice/note"
BOB, STAFF = "/principals/users/bob/", "/principals/groups/staff/"


def entries_in(house):
    return house.store.engine.rows("SELECT COUNT(*) FROM acl_entries")[0][0]


def test_a_backup_holds_the_lists(house, alice, bob, tmp_path, more_stores):
    alice.put(NOTE, b"1")
    share(alice, NOTE, grant(BOB, "read"), grant("authenticated", "write", invert=True))
    before = entries_of(alice, NOTE)
    restored, _ = put_back(back_up(house), tmp_path / "restored", more_stores())
    assert entries_of(Client(restored, "alice", "alice's password"), NOTE) == before
    assert Client(restored, "bob", "bob's password").get(NOTE).status == 200
    restored.close()


def test_lists_wait_while_the_plugin_is_off_and_go_with_what_goes_meanwhile(house, make_house, alice, bob, person):
    person("staff", kind="group")
    alice.put(NOTE, b"1")
    share(alice, NOTE, grant(BOB, "read"), grant(STAFF, "read"))
    share(bob, "/files/bob/", grant("authenticated", "read"))
    house.close()
    off = make_house(plugins__disabled="acl")
    assert Client(off, "alice", "alice's password").get(NOTE).status == 403
    for name in ("staff", "bob"):
        erase_account(off, Actor(), find_account(off, name))
    off.close()
    on = make_house()
    assert [whom for whom, *_ in entries_of(Client(on, "alice", "alice's password"), NOTE)] == ["property:{DAV:}owner"]
    assert entries_in(on) == 2


def test_giving_data_away_takes_lists_along(house, alice, bob, person):
    from a3dav.administration import give_data

    carol = person("carol")
    alice.put(NOTE, b"1")
    share(alice, NOTE, grant("/principals/users/carol/", "read"))
    give_data(house, Actor(), find_account(house, "alice"), find_account(house, "bob"))
    assert carol.get("/files/bob/alice-note").body == b"1"
    assert alice.get("/files/bob/alice-note").status == 403
