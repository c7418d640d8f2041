"""A server that remembers answers like one that works each of them out, whatever was done in between."""

import random
import re
from functools import partial

import pytest

from a3dav.board import Board
from a3dav.caches.shared import Shared
from a3dav.storage.transaction import Actor
from a3dav.testing.access import deny, grant, set_acl
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

STEPS = 40
READS = 4
QUESTIONS = 16
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


def clients(house):
    return [Client(house, name, f"{name}'s password") for name in ("alice", "bob")]


@pytest.fixture
def open_house(make_house):
    return partial(make_house, plugins__sharing__auto_accept="true")


@pytest.fixture
def plain(open_house):
    """Two people and a group in a house that remembers nothing."""
    house = open_house(cache__l1_size="0")
    for name in ("alice", "bob"):
        add_person(house, name, email=f"{name}@example.org")
    add_person(house, "team", kind="group")
    return house


def agree(plain, *quick, seed):
    """Asks a house without memory, and then each of the others twice, after every change through any of them."""
    twins, others = clients(plain), [clients(house) for house in quick]
    chance = random.Random(seed)
    questions = [(question(chance), chance.randrange(2)) for _ in range(QUESTIONS)]
    for step in range(STEPS):
        chance.choice(ACTS)(chance, *chance.choice([twins, *others, *others]))
        for asked, who in chance.sample(questions, READS):
            worked_out = told(twins[who], asked)
            for people in others:
                assert [told(people[who], asked) for _ in range(2)] == [worked_out, worked_out], (step, asked)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_remembered_is_what_is_true(open_house, plain, seed):
    quick = open_house()
    agree(plain, quick, seed=seed)
    assert quick.memory.hits > 20
    assert (plain.memory.hits, plain.standing.hits) == (0, 0)


@pytest.mark.parametrize("seed", range(3))
def test_what_two_workers_tell_one_another_is_what_is_true(open_house, plain, tmp_path, seed):
    board = Board(rows=2, shared=Shared.below(tmp_path, 1 << 20))
    workers = [open_house(board=board) for _ in range(2)]
    agree(plain, *workers, seed=seed)
    assert board.shared.hits > 5


@pytest.mark.parametrize("seed", range(2))
def test_the_second_level_is_true_without_the_first(open_house, plain, tmp_path, seed):
    shared = Shared.below(tmp_path, 1 << 20)
    quick = open_house(board=Board(rows=1, shared=shared), cache__l1_size="0")
    agree(plain, quick, seed=seed)
    assert shared.hits > 5
    assert (quick.memory.hits, quick.standing.hits) == (0, 0)
