"""Servers with every level of the cache tell what a house without any works out, however many hammer them."""

import multiprocessing
import random
from contextlib import ExitStack, contextmanager

import pytest

from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.methods.propfind import MANY_MEMBERS
from a3dav.storage.transaction import Actor
from a3dav.testing.access import grant, set_acl
from a3dav.testing.client import Client
from a3dav.testing.deeds import EVENT, PEOPLE, SOME, list_rights, question, told
from a3dav.testing.people import add_person
from a3dav.testing.serving import serving

from .hammer import CALENDAR, Caller, hammer

HAMMERS = 3
ROUNDS = 2
QUESTIONS = 8
ASKED = 2
"""How often each server is asked the same, since any of its workers may answer."""
ALL_LEVELS = {
    "A3DAV_ASYNC_POOL__WORKERS": "2",
    "A3DAV_PLUGINS__SHARING__AUTO_ACCEPT": "true",
    "A3DAV_SERVER__COMPRESSION": "false",
}


@pytest.fixture
def hammers():
    """Processes that were forked before anything here has threads."""
    with multiprocessing.get_context("fork").Pool(HAMMERS) as pool:
        yield pool


@contextmanager
def twin(settings):
    """A house without caches in this process, with two people and a group."""
    without = {"A3DAV_CACHE__L1_SIZE": "0", "A3DAV_CACHE__L3_URL": ""}
    house = open_house(read(None, settings | without), prepare_empty=True)
    try:
        for name in PEOPLE:
            add_person(house, name, email=f"{name}@example.org")
        add_person(house, "team", kind="group")
        yield house
    finally:
        house.close()


def trust_the_team(chance, alice, bob):
    rights = [grant("/principals/users/bob/", "read"), grant("/principals/groups/team/", "write-content")]
    set_acl(alice, CALENDAR, *rights)


def join(chance, alice, bob):
    alice.house.transact(Actor(), lambda tx: tx.store.accounts.add_member(*_team_and_bob(tx)))


def leave(chance, alice, bob):
    alice.house.transact(Actor(), lambda tx: tx.store.accounts.remove_member(*_team_and_bob(tx)))


def _team_and_bob(tx):
    return [tx.store.accounts.by_name(name).id for name in ("team", "bob")]


def differences(house, ports, questions):
    """What servers tell in another way than the house does, while nothing changes."""
    found = []
    for asked, name in questions:
        worked_out = told(Client(house, name, f"{name}'s password"), asked)
        answers = [told(Caller(port, name), asked) for port in ports for _ in range(ASKED)]
        if told(Client(house, name, f"{name}'s password"), asked) == worked_out:  # or something was under way still
            found += [(asked, worked_out, answer) for answer in answers if answer != worked_out]
    return found


def agree(hammers, house, servers):
    """Rounds of changes by many at once; between them nobody writes, and all must agree."""
    ports, chance = [server.port for server in servers], random.Random(len(servers))
    questions = [(question(chance), chance.choice(PEOPLE)) for _ in range(QUESTIONS)]
    questions += [(("PROPFIND", CALENDAR, SOME, {"depth": depth}), "bob") for depth in "01"]
    for turn in range(ROUNDS):
        unseen = hammers.starmap(hammer, [(ports, number, 100 * turn + number) for number in range(HAMMERS)])
        assert unseen == [[]] * HAMMERS
        assert differences(house, ports, questions) == []
        for change in (list_rights, trust_the_team, join, leave):
            change(chance, Client(house, "alice", "alice's password"), None)
            assert differences(house, ports, questions) == []


def hits(server, cache):
    page = Caller(server.port, "alice").request("GET", "/metrics").text.splitlines()
    (line,) = [line for line in page if line.startswith(f'a3dav_cache_hits_total{{cache="{cache}"}}')]
    return float(line.split()[1])


def test_two_workers_on_sqlite_tell_what_is_true(hammers, tmp_path):
    with serving(tmp_path, ALL_LEVELS) as server:
        with twin({**ALL_LEVELS, "A3DAV_SERVER__DATA_DIR": str(server.data_dir)}) as house:
            server.start()
            agree(hammers, house, [server])
        assert min(hits(server, "answers"), hits(server, "shared")) > 10
    assert "Traceback" not in server.log.read_text()


@pytest.fixture
def database(databases):
    with databases.one() as url:
        yield {"A3DAV_STORAGE__URL": url}


def fill(house):
    """So many events that listing them is what servers of several hosts tell one another."""
    alice = Client(house, "alice", "alice's password")
    for number in range(MANY_MEMBERS):
        event = EVENT.format(uid=f"many-{number}", month=3, day=1 + number % 28, kind="PUBLIC", text=number)
        alice.put(f"{CALENDAR}many-{number}.ics", event, content_type="text/calendar")


def test_two_servers_on_postgresql_tell_what_is_true(hammers, database, valkey_server, tmp_path):
    settings = {**ALL_LEVELS, **database, "A3DAV_CACHE__L3_URL": valkey_server}
    folders = [tmp_path / name for name in ("one", "two")]
    with ExitStack() as stack:
        house = stack.enter_context(twin({**settings, "A3DAV_SERVER__DATA_DIR": str(tmp_path / "twin")}))
        fill(house)
        servers = [stack.enter_context(serving(folder, settings)) for folder in folders if folder.mkdir() is None]
        for server in servers:
            server.start()
        agree(hammers, house, servers)
        assert min(sum(hits(server, cache) for server in servers) for cache in ("answers", "shared", "remote")) > 5
    assert ["Traceback" in server.log.read_text() for server in servers] == [False, False]
