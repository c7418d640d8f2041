"""A server that remembers answers like one that works each of them out, whatever was done in between."""

import random
from functools import partial

import pytest

from a3dav.board import Board
from a3dav.caches.shared import Shared
from a3dav.methods import propfind, report
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.deeds import DEEDS, PEOPLE, question, told
from a3dav.testing.people import add_person
from a3dav.testing.waiting import eventually

STEPS = 40
READS = 5
QUESTIONS = 20


def join_or_leave(chance, alice, bob):
    def change(tx):
        accounts = tx.store.accounts
        team, member = accounts.by_name("team"), accounts.by_name("bob")
        chance.choice([accounts.add_member, accounts.remove_member])(team.id, member.id)

    alice.house.transact(Actor(), change)


def clients(house):
    return [Client(house, name, f"{name}'s password") for name in PEOPLE]


@pytest.fixture
def open_house(make_house):
    return partial(make_house, plugins__sharing__auto_accept="true")


@pytest.fixture
def plain(open_house):
    """Two people and a group in a house that remembers nothing."""
    house = open_house(cache__l1_size="0")
    for name in PEOPLE:
        add_person(house, name, email=f"{name}@example.org")
    add_person(house, "team", kind="group")
    return house


def agree(plain, *quick, seed):
    """Asks a house without memory, and then each of the others twice, after every change through any of them."""
    twins, others = clients(plain), [clients(house) for house in quick]
    chance = random.Random(seed)
    questions = [(question(chance), chance.randrange(2)) for _ in range(QUESTIONS)]
    for step in range(STEPS):
        chance.choice([*DEEDS, join_or_leave, join_or_leave])(chance, *chance.choice([twins, *others, *others]))
        for asked, who in chance.sample(questions, READS):
            worked_out = told(twins[who], asked)
            for people in others:
                assert [told(people[who], asked) for _ in range(2)] == [worked_out, worked_out], (step, asked)
                wait_for_what_is_told(people[who].house)


def wait_for_what_is_told(house):
    """One host tells the others behind its answer; they should know before they are asked."""
    if house.remote is not None:
        eventually(lambda: not house.remote.unwritten_bytes)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_remembered_is_what_is_true(open_house, plain, seed):
    quick = open_house()
    agree(plain, quick, seed=seed)
    assert quick.memory.hits > 5
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


@pytest.fixture
def all_is_dear(monkeypatch):
    """Every PROPFIND of members, and every report, goes the way of those that take long."""
    monkeypatch.setattr(report, "CPU_THRESHOLD", -1)
    monkeypatch.setattr(propfind, "MANY_MEMBERS", 0)


@pytest.mark.parametrize("seed", range(3))
def test_what_two_hosts_tell_one_another_is_what_is_true(open_house, plain, all_is_dear, valkey_server, seed):
    hosts = [open_house(cache__l3_url=valkey_server, cache__l3_timeout_ms="1000") for _ in range(2)]
    agree(plain, *hosts, seed=seed)
    assert sum(host.remote.hits for host in hosts) > 5


def test_the_third_level_is_true_without_the_first(open_house, plain, all_is_dear, valkey_server):
    quick = open_house(cache__l1_size="0", cache__l3_url=valkey_server, cache__l3_timeout_ms="1000")
    agree(plain, quick, seed=0)
    assert quick.remote.hits > 5
    assert (quick.memory.hits, quick.standing.hits) == (0, 0)


def test_hosts_with_other_settings_tell_one_another_nothing(open_house, plain, all_is_dear, valkey_server):
    hosts = [open_house(cache__l3_url=valkey_server, limits__max_resource_size=str(2**20 + n)) for n in range(2)]
    alice, other = [clients(house)[0] for house in hosts]
    for client in (alice, alice, other, other):
        client.propfind("/calendars/alice/calendar/", "{DAV:}getetag", depth="1")
    assert sum(host.remote.hits for host in hosts) == 0


def test_what_is_quickly_worked_out_is_told_to_no_other_host(open_house, plain, valkey_server):
    house = open_house(cache__l3_url=valkey_server)
    alice = clients(house)[0]
    alice.sync("/calendars/alice/calendar/")
    alice.propfind("/calendars/alice/calendar/", "{DAV:}getetag", depth="1")
    assert (house.remote.misses, house.remote.hits, house.remote.unwritten_bytes) == (0, 0, 0)
