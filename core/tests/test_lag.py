"""How long the event loop kept others waiting, as the board shows it."""

import asyncio
import time

import pytest

from a3dav.board import Board
from a3dav.door import lag
from a3dav.door.lag import Lag


@pytest.fixture
def slot():
    return Board().slot(3)


@pytest.fixture
def quickly(monkeypatch):
    monkeypatch.setattr(lag, "TICK_SECONDS", 0.01)
    monkeypatch.setattr(lag, "INTERVAL_SECONDS", 0.2)


def test_a_timer_that_comes_late_tells_how_late(slot, quickly):
    async def scenario():
        watching = Lag(slot)
        watching.watch()
        await asyncio.sleep(0.02)
        time.sleep(0.15)
        await asyncio.sleep(0.02)
        watching.stop()
        return slot.lag

    assert asyncio.run(scenario()) >= 100_000


def test_the_worst_is_forgotten_after_two_intervals(slot, quickly):
    async def scenario():
        watching = Lag(slot)
        watching.watch()
        watching.note(9.0)
        told = slot.lag
        await asyncio.sleep(0.7)
        watching.stop()
        return told, slot.lag

    told, later = asyncio.run(scenario())
    assert told == 9_000_000
    assert later < 9_000_000


def test_a_step_that_does_not_belong_on_the_loop_is_named(slot, caplog):
    caplog.set_level("DEBUG", "a3dav")
    Lag(slot).timed(time.perf_counter() - 1, sorted)
    assert slot.lag >= 1_000_000
    assert caplog.records[-1].args[1] == "sorted"


def test_slots_of_workers_do_not_share_their_lag():
    board = Board()
    board.slot(0).lag = 5
    board.slot(1).lag = 7
    assert [board.slot(number).lag for number in range(3)] == [5, 7, 0]
    board.slot(0).clear()
    assert [board.slot(number).lag for number in range(2)] == [0, 7]
