"""A wall clock that jumps: order, tokens, locks and jobs do not go with it."""

import itertools
import time
from uuid import RFC_4122, UUID

import pytest

from a3dav import administration, tasks
from a3dav.builtin import housekeeping
from a3dav.identifiers import new_id
from a3dav.principals import Scope
from a3dav.registries import Task
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person

HOME = "/files/alice/"
HOUR, DAY = 3600, 86_400
JUMPS = pytest.mark.parametrize("jump", [-30 * DAY, -HOUR, HOUR, 30 * DAY])


@pytest.fixture
def clock(monkeypatch):
    """Sets the wall clock by seconds from now; it runs on from there."""
    nanoseconds, seconds = time.time_ns, time.time

    def jump(by):
        monkeypatch.setattr(time, "time_ns", lambda: nanoseconds() + by * 10**9)
        monkeypatch.setattr(time, "time", lambda: seconds() + by)

    return jump


@pytest.mark.rfc("9562", "6.2")
@JUMPS
def test_identifiers_keep_their_order(clock, jump):
    before = [new_id() for _ in range(10_000)]
    clock(jump)
    after = [new_id() for _ in range(10_000)]
    assert all(one < other for one, other in itertools.pairwise(before + after))


@pytest.mark.rfc("9562", "5.7")
def test_identifiers_are_uuids_of_version_seven():
    made = UUID(bytes=new_id())
    assert (made.version, made.variant) == (7, RFC_4122)
    assert abs(int.from_bytes(made.bytes[:6], "big") - time.time() * 1000) < 400 * DAY * 1000


@pytest.mark.rfc("6578", "3.2")
@JUMPS
def test_a_sync_loses_nothing(house, alice, clock, jump):
    alice.put(HOME + "a", b"1")
    token = alice.sync(HOME).xml.findtext("{DAV:}sync-token")
    clock(jump)
    alice.put(HOME + "b", b"2")
    alice.put(HOME + "a", b"3")
    assert list(alice.sync(HOME, token).multistatus) == [HOME + "b", HOME + "a"]


@JUMPS
def test_the_clock_of_changes_goes_on_after_a_restart(make_house, clock, jump):
    house = make_house()
    alice = add_person(house, "alice")
    alice.put(HOME + "a", b"1")
    house.close()
    clock(jump)
    alice.house = house = make_house()
    alice.put(HOME + "a", b"2")
    clocks = [int(row[0]) for row in house.store.engine.rows("SELECT clock FROM changes ORDER BY position")]
    assert clocks == sorted(set(clocks))


@JUMPS
def test_nothing_was_modified_before_it_was_made(house, alice, clock, jump):
    alice.put(HOME + "a", b"1")
    clock(jump)
    alice.put(HOME + "a", b"2")
    resource = house.resolve(("files", "alice", "a"))
    assert resource.created <= resource.modified


@pytest.mark.rfc("9110", "13.1.3")
def test_a_write_under_an_earlier_clock_is_a_modification(alice, clock):
    seen = alice.put(HOME + "a", b"1").headers["last-modified"]
    clock(-DAY)
    alice.put(HOME + "a", b"2")
    assert alice.get(HOME + "a").headers["last-modified"] >= seen


class TestLocks:
    @pytest.fixture
    def locked(self, alice):
        return alice.request("LOCK", HOME + "a", LOCKINFO, timeout="Second-600").status

    @pytest.mark.parametrize(("jump", "status"), [(-200, 423), (60, 423), (-DAY, 204), (DAY, 204)])
    def test_a_lock_stands_for_as_long_as_it_was_granted_and_no_day_longer(self, alice, clock, locked, jump, status):
        clock(jump)
        assert (locked, alice.put(HOME + "a", b"1").status) == (201, status)

    @pytest.mark.parametrize(("jump", "left"), [(-200, 1), (-DAY, 0), (DAY, 0)])
    def test_locks_of_another_time_are_removed(self, house, alice, clock, locked, jump, left):
        clock(jump)
        (task,) = [task for task in house.task_table.entries if task.name == "expired-locks"]
        task.run(house)
        assert house.store.engine.row("SELECT COUNT(*) FROM locks")[0] == left


class TestJobs:
    @pytest.fixture
    def task(self):
        return Task("anything", HOUR, lambda _: "")

    @pytest.mark.parametrize("ahead", [DAY, 365 * DAY])
    def test_a_lease_taken_under_a_clock_far_ahead_blocks_nobody(self, house, clock, task, ahead):
        clock(ahead)
        assert tasks._lease(house, task)
        clock(0)
        assert tasks.run_if_due(house, task)

    @pytest.mark.parametrize("ahead", [0, 60, 200])
    def test_a_lease_of_a_host_that_is_a_little_ahead_is_kept(self, house, clock, task, ahead):
        clock(ahead)
        assert tasks._lease(house, task)
        clock(0)
        assert not tasks.run_if_due(house, task)

    def test_a_run_in_the_future_does_not_put_off_the_next(self, house, clock, task):
        clock(DAY)
        assert tasks.run_if_due(house, task)
        clock(0)
        assert tasks.run_if_due(house, task)
        assert not tasks.run_if_due(house, task)


@JUMPS
def test_who_signed_in_stays_signed_in(house, alice, clock, monkeypatch, jump):
    assert alice.propfind(HOME).status == 207
    clock(jump)
    monkeypatch.setattr(house.store.accounts, "password_hash", lambda _: pytest.fail("the password was verified again"))
    assert alice.propfind(HOME).status == 207


def test_the_use_of_an_app_password_is_noted_under_the_earlier_clock_too(house, alice, clock):
    password = administration.add_app_password(house, Actor(), "alice", label="x", scope=Scope.DAV, days=0)
    clock(DAY)
    assert Client(house, "alice", password).propfind(HOME).status == 207
    clock(0)
    house.services.clear()
    assert Client(house, "alice", password).propfind(HOME).status == 207
    (entry,) = house.store.accounts.app_passwords(house.store.accounts.by_name("alice").id)
    assert entry.last_used < (time.time() + HOUR) * 1000


def test_a_body_swept_away_while_it_came_is_not_taken_for_stored(make_house, clock):
    house = make_house(storage__inline_body_limit=10)
    alice = add_person(house, "alice")
    adopt = house.store.blobs.adopt

    def adopt_and_sweep(file):
        reference = adopt(file)
        clock(2 * DAY)
        assert housekeeping.remove_unreferenced_blobs(house) == "1 unreferenced files removed"
        return reference

    house.store.blobs.adopt = adopt_and_sweep
    assert alice.put(HOME + "a", b"x" * 11).status == 503
    assert alice.get(HOME + "a").status == 404
