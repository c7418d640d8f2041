"""A server that remembers answers like one that works each of them out, whatever was done in between."""

import random
import re

import pytest

from a3dav.storage.transaction import Actor, StoredBody
from a3dav.testing.access import deny, grant, set_acl
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

STEPS = 40
READS = 4
CALENDARS = ("calendar", "work")
MEMBERS = ("a.ics", "b.ics", "c.ics")
NS = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"'
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:202603{day:02}T100000Z\r\nDURATION:PT1H\r\nCLASS:{kind}\r\nSUMMARY:{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
PROPERTIES = (
    "<getetag/><displayname/><S:getctag/><sync-token/><current-user-privilege-set/><resourcetype/><owner/>"
    "<quota-used-bytes/><S:invite/><acl/><C:schedule-tag/><C:supported-calendar-component-set/>"
)
ALL = f"<propfind {NS}><allprop/></propfind>"
SOME = f"<propfind {NS}><prop>{PROPERTIES}</prop></propfind>"
FEW = f"<propfind {NS}><prop><getetag/><resourcetype/></prop></propfind>"
SYNC = f"<sync-collection {NS}><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"
MONTH = (
    f'<C:calendar-query {NS}><prop><getetag/><C:calendar-data/></prop><C:filter><C:comp-filter name="VCALENDAR">'
    '<C:comp-filter name="VEVENT"><C:time-range start="20260301T000000Z" end="20260401T000000Z"/></C:comp-filter>'
    "</C:comp-filter></C:filter></C:calendar-query>"
)


def put(chance, alice, bob):
    who = chance.choice([alice, alice, alice, bob])
    text = EVENT.format(
        uid=name(chance), day=chance.randrange(1, 29), kind=chance.choice(["PUBLIC", "PRIVATE"]), text=chance.random()
    )
    who.put(member(chance), text, content_type="text/calendar")


def delete(chance, alice, bob):
    alice.delete(member(chance))


def move(chance, alice, bob):
    alice.request("MOVE", member(chance), destination=member(chance))


def describe(chance, alice, bob):
    where = chance.choice([collection(chance), member(chance), "/calendars/alice/"])
    value = f"<displayname>{chance.random()}</displayname>"
    alice.proppatch(where, f'<propertyupdate xmlns="DAV:"><set><prop>{value}</prop></set></propertyupdate>')


def describe_member(chance, alice, bob):
    value = f"<displayname>{chance.random()}</displayname>"
    alice.proppatch(member(chance), f'<propertyupdate xmlns="DAV:"><set><prop>{value}</prop></set></propertyupdate>')


def make_or_remove(chance, alice, bob):
    if alice.request("MKCALENDAR", "/calendars/alice/work/").status != 201 and chance.random() < 0.3:
        alice.delete("/calendars/alice/work/")


def list_rights(chance, alice, bob):
    rights = [
        grant(
            "/principals/users/bob/",
            *chance.choice([("read",), ("read", "write"), ("read-current-user-privilege-set",)]),
        )
    ]
    rights += [grant("/principals/groups/team/", "read", "write-content")] if chance.random() < 0.6 else []
    rights += [deny("/principals/users/bob/", "read")] if chance.random() < 0.3 else []
    set_acl(alice, chance.choice([collection(chance), member(chance)]), *(rights if chance.random() < 0.7 else []))


def share(chance, alice, bob):
    change = chance.choice(["<S:set><href>mailto:bob@example.org</href><S:read/></S:set>",
                            "<S:set><href>mailto:bob@example.org</href><S:read-write/></S:set>",
                            "<S:remove><href>mailto:bob@example.org</href></S:remove>"])  # fmt: skip
    alice.request("POST", collection(chance), f"<S:share {NS}>{change}</S:share>", content_type="application/xml")


def lock(chance, alice, bob):
    body = '<lockinfo xmlns="DAV:"><lockscope><shared/></lockscope><locktype><write/></locktype></lockinfo>'
    alice.request("LOCK", member(chance), body, timeout="Second-3600")


def join_or_leave(chance, alice, bob):
    def change(tx):
        accounts = tx.store.accounts
        team, member = accounts.by_name("team"), accounts.by_name("bob")
        chance.choice([accounts.add_member, accounts.remove_member])(team.id, member.id)

    alice.house.transact(Actor(), change)


ACTS = (join_or_leave, put, put, put, delete, move, describe, make_or_remove, list_rights, share, lock)


def name(chance):
    return chance.choice(MEMBERS)


def collection(chance):
    return f"/calendars/alice/{chance.choice(CALENDARS)}/"


def member(chance):
    return collection(chance) + name(chance)


def question(chance):
    where = chance.choice(
        [member(chance), collection(chance), "/calendars/alice/", "/calendars/bob/", "/calendars/bob/calendar/"]
    )
    hrefs = "".join(f"<href>{member(chance)}</href>" for _ in range(3))
    named = f"<C:calendar-multiget {NS}><prop><getetag/><C:calendar-data/></prop>{hrefs}</C:calendar-multiget>"
    return chance.choice(
        [
            ("GET", member(chance), "", {}),
            ("PROPFIND", where, SOME, {"depth": chance.choice("01")}),
            ("PROPFIND", where, FEW, {"depth": "1", "prefer": chance.choice(["return=minimal", "", "depth-noroot"])}),
            ("PROPFIND", where, ALL, {"depth": "0"}),
            ("REPORT", where, SYNC, {}),
            ("REPORT", where, MONTH, {"depth": "1"}),
            ("REPORT", collection(chance), named, {"depth": "1"}),
            ("OPTIONS", where, "", {}),
        ]
    )


def told(client, asked):
    method, path, body, headers = asked
    answer = client.request(method, path, body, **headers)
    answer.headers.pop("x-request-id")
    return answer.status, answer.headers, re.sub(rb"Second-\d+", b"Second", answer.body)


@pytest.mark.parametrize("seed", range(10))
def test_what_is_remembered_is_what_is_true(make_house, seed):
    quick = make_house(plugins__sharing__auto_accept="true")
    plain = make_house(plugins__sharing__auto_accept="true", cache__l1_size="0")
    people = [add_person(quick, each, email=f"{each}@example.org") for each in ("alice", "bob")]
    add_person(quick, "team", kind="group")
    twins = [Client(plain, each.name, f"{each.name}'s password") for each in people]
    chance = random.Random(seed)
    for step in range(STEPS):
        chance.choice(ACTS)(chance, *(people if chance.random() < 0.7 else twins))
        for _ in range(READS):
            asked, who = question(chance), chance.randrange(2)
            worked_out = told(twins[who], asked)
            assert [told(people[who], asked) for _ in range(2)] == [worked_out, worked_out], (step, asked)
    assert quick.memory.hits > 20
    assert (plain.memory.hits, plain.standing.hits) == (0, 0)


CONTENT = (put, put, delete, move, move, describe_member)
LISTED = [("PROPFIND", f"/calendars/alice/{each}/", FEW, {"depth": "1"}) for each in CALENDARS]


@pytest.mark.parametrize("seed", range(12))
def test_a_list_that_follows_what_changes_is_the_list(make_house, seed):
    quick, plain = make_house(), make_house(cache__l1_size="0")
    alice, bob = (add_person(quick, each) for each in ("alice", "bob"))
    twin = Client(plain, "alice", "alice's password")
    alice.request("MKCALENDAR", "/calendars/alice/work/")
    chance = random.Random(seed)
    for step in range(STEPS):
        for _ in range(chance.randrange(1, 5)):
            chance.choice(CONTENT)(chance, alice, bob)
        for asked in LISTED:
            assert told(alice, asked) == told(twin, asked), (step, asked)


@pytest.fixture
def told_to_store(house):
    statements = []
    house.store.engine.counts.tell = lambda sql, begun, spent: statements.append(sql)
    return statements


def test_a_list_behind_a_change_reads_what_changed_alone(alice, told_to_store):
    for each in range(120):
        alice.put(f"/calendars/alice/calendar/{each}.ics", EVENT.format(uid=each, day=1, kind="PUBLIC", text=each))
    asked = ("PROPFIND", "/calendars/alice/calendar/", FEW, {"depth": "1"})
    told(alice, asked)
    alice.put("/calendars/alice/calendar/7.ics", EVENT.format(uid=7, day=2, kind="PUBLIC", text="moved"))
    told_to_store.clear()
    assert told(alice, asked)[2].count(b"<D:response>") == 121
    assert not [sql for sql in told_to_store if "ORDER BY r.id" in sql]


def test_a_list_forgets_what_synchronisation_has_forgotten(house, alice):
    for each in range(3):
        alice.put(f"/calendars/alice/calendar/{each}.ics", EVENT.format(uid=each, day=1, kind="PUBLIC", text=each))
    asked = ("PROPFIND", "/calendars/alice/calendar/", FEW, {"depth": "1"})
    told(alice, asked)
    alice.delete("/calendars/alice/calendar/1.ics")
    house.transact(Actor(), forget_tombstones)
    assert b"/1.ics" not in told(alice, asked)[2]


def forget_tombstones(tx):
    """As the task does that removes old ones, which also notes up to where it has."""
    engine = tx.store.engine
    engine.execute("INSERT INTO sync_floors (collection_id, counter) SELECT collection_id, counter FROM tombstones")
    engine.execute("DELETE FROM tombstones")


def test_what_comes_back_stands_where_it_stood(house, alice):
    for each in range(3):
        alice.put(f"/calendars/alice/calendar/{each}.ics", EVENT.format(uid=each, day=1, kind="PUBLIC", text=each))
    asked = ("PROPFIND", "/calendars/alice/calendar/", FEW, {"depth": "1"})
    before = re.findall(rb"\d\.ics", told(alice, asked)[2])
    gone = house.resolve(("calendars", "alice", "calendar", "0.ics"))
    alice.delete("/calendars/alice/calendar/0.ics")
    told(alice, asked)
    house.transact(Actor(), lambda tx: put_back(house, tx, gone))
    assert re.findall(rb"\d\.ics", told(alice, asked)[2]) == before


def put_back(house, tx, gone):
    parent = house.resolve(gone.path[:-1])
    body = StoredBody(b"", None, 0, gone.etag)
    tx.put(parent, gone.name, None, body, kind=gone.kind, content_type=gone.content_type, resource_id=gone.id)
