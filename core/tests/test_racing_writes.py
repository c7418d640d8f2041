"""Writes that race: one of two wins, counters come in the order of commits, and a sync loses nothing."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav import hookimpl

HOME = "/files/alice/"
ROUNDS = 1000


@pytest.fixture
def at_once():
    """Runs functions in threads that start together; gives their results in order."""
    with ThreadPoolExecutor(16) as threads:

        def run(*works):
            barrier = threading.Barrier(len(works))
            return [future.result() for future in [threads.submit(started, barrier, work) for work in works]]

        yield run


def started(barrier, work):
    barrier.wait()
    return work()


@pytest.mark.rfc("9110", "13.1.1")
def test_of_two_racing_puts_with_the_same_if_match_exactly_one_wins(alice, at_once):
    path = HOME + "a"
    etag = alice.put(path, b"0").headers["etag"]
    wins = []

    def put(side, number):
        return lambda: alice.put(path, f"{side} {number}".encode(), if_match=etag)

    for number in range(ROUNDS):
        first, second = at_once(put("left", number), put("right", number))
        assert sorted([first.status, second.status]) == [204, 412], number
        winner = first if first.status == 204 else second
        wins.append(winner is first)
        etag = winner.headers["etag"]
    assert alice.get(path).headers["etag"] == etag
    print(f"{ROUNDS} of {ROUNDS} races had one winner; the left side won {sum(wins)}")


@pytest.mark.rfc("9110", "13.1.2")
def test_of_two_racing_creations_exactly_one_wins(alice, at_once):
    for number in range(50):
        path = f"{HOME}{number}"
        answers = at_once(
            *[lambda path=path, side=side: alice.put(path, side, if_none_match="*") for side in (b"1", b"2")]
        )
        assert sorted(answer.status for answer in answers) == [201, 412]


@pytest.mark.rfc("4791", "5.3.2.1")
def test_racing_creations_without_a_condition_leave_one_resource(alice, at_once):
    at_once(*[lambda side=side: alice.put(HOME + "a", side) for side in (b"1", b"2", b"3")])
    assert set(alice.propfind(HOME, "{DAV:}getetag", depth="1").multistatus) == {HOME, HOME + "a"}


class Slow:
    """Makes the writes of chosen names linger in their transaction."""

    def __init__(self):
        self.seconds = {}

    @hookimpl
    def a3dav_in_transaction(self, write):
        time.sleep(self.seconds.get(write.name, 0))


@pytest.mark.rfc("6578", "3.2")
@pytest.mark.parametrize("folders", [("one/", "two/"), ("one/", "one/")], ids=["two collections", "one collection"])
def test_a_home_sync_between_slow_writers_loses_nothing(house, alice, folders, at_once):
    slow = Slow()
    house.plugins.register(slow)
    for folder in set(folders):
        assert alice.request("MKCOL", HOME + folder).status == 201
    slow.seconds = {"slow": 0.3, "quick": 0.05}
    token = alice.sync(HOME, level="infinite").xml.findtext("{DAV:}sync-token")
    seen, tokens = set(), [token]

    def keep_syncing():
        end = time.monotonic() + 1
        while time.monotonic() < end:
            seen.update(synced(alice, tokens))
            time.sleep(0.01)

    def write_quickly():
        time.sleep(0.1)  # the slow one has begun by then, and ends later
        return alice.put(HOME + folders[1] + "quick", b"2")

    at_once(keep_syncing, lambda: alice.put(HOME + folders[0] + "slow", b"1"), write_quickly)
    seen.update(synced(alice, tokens))
    assert {HOME + folders[0] + "slow", HOME + folders[1] + "quick"} <= seen


def synced(client, tokens):
    """The hrefs that changed since the last token, which is replaced by the new one."""
    answer = client.sync(HOME, tokens[-1], level="infinite")
    tokens.append(answer.xml.findtext("{DAV:}sync-token"))
    return set(answer.multistatus)


def test_counters_are_unique_and_without_gaps_that_could_still_fill(house, alice, at_once):
    at_once(*[lambda n=n: alice.put(f"{HOME}{n}", b"x") for n in range(16)])
    rows = house.store.engine.rows("SELECT counter FROM changes ORDER BY counter")
    counters = [int(counter) for (counter,) in rows]
    assert len(set(counters)) == len(counters)


@pytest.mark.rfc("4918", "9.7.2")
def test_a_put_that_a_collection_overtakes_does_not_become_one(house, alice):
    class Overtaker:
        @hookimpl
        def a3dav_validate_write(self, write):
            if write.operation == "put":
                assert alice.request("MKCOL", HOME + "name").status == 201

    house.plugins.register(Overtaker())
    answer = alice.put(HOME + "name", b"content")
    assert (answer.status, "PUT" in answer.headers["allow"].split(", ")) == (405, False)
    assert alice.propfind(HOME + "name/", "{DAV:}resourcetype").status == 207
