"""Listeners: woken by what concerns them alone, let go when they may not listen, and never waited for."""

import asyncio
import time
from contextlib import suppress
from threading import Event, Thread

import pytest

from a3dav.administration import add_account, change_membership, find_account, set_disabled
from a3dav.door.cpu import CpuPool
from a3dav.door.driver import Driver
from a3dav.door.lag import Lag
from a3dav.door.listening import Listeners
from a3dav.errors import ServiceUnavailable, TooManyRequests
from a3dav.listening import Audience, Listening, News
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person

HOME = "/files/alice/"
PATIENCE = 15


class Connection:
    """What a server gives an ASGI application; a `slow` client takes nothing."""

    def __init__(self, *, slow=False):
        self.slow, self.gone, self.sent, self.ended = slow, asyncio.Event(), [], False

    async def receive(self):
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        if self.slow:
            await asyncio.sleep(3600)
        self.sent.append(message["body"])
        self.ended = not message["more_body"]

    async def until(self, condition):
        async with asyncio.timeout(PATIENCE):
            while not condition(self):
                await asyncio.sleep(0.01)


class Room:
    """The listeners of one worker, in an event loop of their own."""

    def __init__(self, house):
        self.house = house
        self.driver = Driver(house, CpuPool(0), Lag(house.slot))
        self.listeners = Listeners(house, self.driver, house.slot)
        self.asked = {}

    def listening(self, name, **facts):
        account = find_account(self.house, name)
        version = self.house.store.accounts.credential_version(account.id)

        def news():
            self.asked[name] = self.asked.get(name, 0) + 1
            return News(b"news %d" % self.asked[name], frozenset((account.id,)))

        return Listening(account.id, version, frozenset((account.id,)), news, lambda: b"quiet", b"goodbye", **facts)

    async def tell(self, told, connection):
        with suppress(TimeoutError):  # a peer that does not take what it is sent
            await self.listeners.tell(told, connection.receive, connection.send)

    def close(self):
        self.listeners.close()
        self.driver.close()


@pytest.fixture
def room():
    rooms = []

    def make(house):
        rooms.append(Room(house))
        return rooms[-1]

    yield make
    for made in rooms:
        made.close()


def run(scene):
    return asyncio.run(asyncio.wait_for(scene, 3 * PATIENCE))


def later(call, *arguments):
    return asyncio.get_running_loop().run_in_executor(None, call, *arguments)


def test_a_change_wakes_those_whom_it_concerns(house, alice, bob, room):
    here = room(house)

    async def scene():
        hers, his = Connection(), Connection()
        tasks = [
            asyncio.ensure_future(here.tell(here.listening("alice"), hers)),
            asyncio.ensure_future(here.tell(here.listening("bob"), his)),
        ]
        await hers.until(lambda it: it.sent)
        await his.until(lambda it: it.sent)
        await asyncio.sleep(1.5)
        hers_before, his_before = len(hers.sent), len(his.sent)
        await later(alice.put, HOME + "a", b"1")
        await hers.until(lambda it: len(it.sent) > hers_before)
        assert len(his.sent) == his_before
        hers.gone.set()
        his.gone.set()
        await asyncio.gather(*tasks)

    run(scene())


def test_nothing_is_sent_to_a_client_that_is_gone(house, alice, room):
    here = room(house)

    async def scene():
        connection = Connection()
        task = asyncio.ensure_future(here.tell(here.listening("alice"), connection))
        await connection.until(lambda it: it.sent)
        connection.gone.set()
        await task
        assert b"goodbye" not in connection.sent
        assert house.audience.size == 0

    run(scene())


@pytest.mark.parametrize("act", ["disabled", "in another group"])
def test_a_credential_that_changed_ends_what_it_opened(house, alice, room, act):
    here = room(house)
    add_account(house, Actor(), "team", kind="group")

    def change():
        if act == "disabled":
            set_disabled(house, Actor(), "alice", disabled=True)
        else:
            change_membership(house, Actor(), "team", "alice", remove=False)

    async def scene():
        connection = Connection()
        task = asyncio.ensure_future(here.tell(here.listening("alice"), connection))
        await connection.until(lambda it: it.sent)
        await later(change)
        await task
        assert (connection.sent[-1], connection.ended) == (b"goodbye", True)

    run(scene())


def test_a_credential_that_expires_ends_what_it_opened(make_house, room):
    house = make_house(listening__heartbeat=1)
    add_person(house, "alice")
    here = room(house)

    async def scene():
        connection = Connection()
        told = here.listening("alice", expires=int(time.time() * 1000) + 500)
        await here.tell(told, connection)
        assert connection.sent[-1] == b"goodbye"

    run(scene())


def test_a_worker_that_gives_way_says_goodbye(house, alice, room):
    here = room(house)

    async def scene():
        connection = Connection()
        task = asyncio.ensure_future(here.tell(here.listening("alice"), connection))
        await connection.until(lambda it: it.sent)
        house.slot.retiring = True
        await task
        assert (connection.sent[-1], connection.ended) == (b"goodbye", True)

    run(scene())


def test_a_client_that_takes_nothing_is_let_go(make_house, room):
    house = make_house(server__send_timeout=1)
    add_person(house, "alice")
    here = room(house)

    async def scene():
        await here.tell(here.listening("alice"), Connection(slow=True))
        assert house.audience.size == 0

    run(scene())


def test_where_nothing_happens_something_is_said_all_the_same(make_house, room):
    house = make_house(listening__heartbeat=1)
    add_person(house, "alice")
    here = room(house)

    async def scene():
        connection = Connection()
        task = asyncio.ensure_future(here.tell(here.listening("alice"), connection))
        await connection.until(lambda it: b"quiet" in it.sent)
        connection.gone.set()
        await task
        return connection.sent

    assert b"quiet" in run(scene())


def test_news_that_cannot_be_read_end_the_stream_and_not_the_connection(house, alice, room):
    here = room(house)

    async def scene():
        connection, told = Connection(), here.listening("alice")
        told.news = lambda: 1 // 0
        await here.tell(told, connection)
        assert (connection.sent, connection.ended) == ([b"goodbye"], True)

    run(scene())


# -- how many ---------------------------------------------------------------------------------------


def someone(account=b"a", address=7):
    return Listening(account, 0, frozenset(), lambda: None, bytes, b"", address=address)


@pytest.mark.parametrize(
    ("limits", "account", "address", "refusal"),
    [
        ((1, 9, 9), b"b", 8, ServiceUnavailable),
        ((9, 1, 9), b"a", 8, TooManyRequests),
        ((9, 9, 1), b"b", 7, TooManyRequests),
    ],
)
def test_a_crowd_is_refused(limits, account, address, refusal):
    audience = Audience(*limits)
    audience.enter(someone())
    with pytest.raises(refusal) as refused:
        audience.refuse_crowd(account, address)
    assert refused.value.headers == (("Retry-After", "30"),)


def test_who_left_makes_room():
    audience, first = Audience(1, 1, 1), someone()
    audience.enter(first)
    audience.leave(first)
    audience.refuse_crowd(b"a", 7)
    assert audience.size == 0


def test_addresses_that_no_limit_is_for_are_not_counted():
    audience = Audience(9, 9, 1)
    audience.enter(someone(address=0))
    audience.refuse_crowd(b"b", 0)
    audience.enter(someone(address=0))
    assert audience.size == 2


# -- the log ----------------------------------------------------------------------------------------


def test_the_log_tells_what_happened_behind_a_position_in_order(house, alice, bob):
    log, start = house.store.log, house.store.log.newest()
    alice.put(HOME + "a", b"1")
    bob.put("/files/bob/b", b"1")
    alice.put(HOME + "a", b"2")
    accounts = {find_account(house, name).id for name in ("alice", "bob")}
    rows = log.behind(start, accounts, 10)
    assert [row.account_id for row in rows] == [find_account(house, name).id for name in ("alice", "bob", "alice")]
    assert [row.parent_counter > 0 for row in rows] == [False, False, True]
    assert log.behind(rows[0].position, accounts, 1) == [rows[1]]
    assert log.concerned(rows[1].position) == (rows[2].position, {rows[2].account_id})


def test_the_log_of_one_account_leaves_out_the_others(house, alice, bob):
    start = house.store.log.newest()
    bob.put("/files/bob/b", b"1")
    assert house.store.log.behind(start, {find_account(house, "alice").id}, 10) == []


def test_what_an_older_transaction_may_still_be_before_waits(house, alice, bob):
    """On SQLite the second write waits for the first one, which is as good."""
    engine, log, start = house.store.engine, house.store.log, house.store.log.newest()
    began, go_on = Event(), Event()

    def slow(tx):
        home = tx.store.homes(find_account(house, "alice").id, "alice")[0]
        tx.touch(home, None)
        began.set()
        assert go_on.wait(PATIENCE)

    first = Thread(target=house.transact, args=(Actor(), slow))
    second = Thread(target=bob.put, args=("/files/bob/b", b"1"))
    first.start()
    assert began.wait(PATIENCE)
    second.start()
    second.join(1)
    assert log.concerned(start) == (start, frozenset())
    go_on.set()
    first.join(PATIENCE)
    second.join(PATIENCE)
    assert len(log.concerned(start)[1]) == 2
    assert engine.row("SELECT COUNT(*) FROM changes WHERE position > ?", (start,)) == (2,)
