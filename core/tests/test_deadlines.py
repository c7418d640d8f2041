"""One timer for many deadlines, and the same outcome as with a timer for each."""

import asyncio

import pytest

from a3dav.door.deadlines import TICK_SECONDS, Deadlines

SOON, FAR = TICK_SECONDS / 2, 60


async def given(value):
    return value


@pytest.fixture
def deadlines():
    return Deadlines()


def test_what_comes_in_time_is_given(deadlines):
    assert asyncio.run(deadlines.within(SOON, given("body"))) == "body"


def test_what_does_not_come_is_a_timeout(deadlines):
    with pytest.raises(TimeoutError):
        asyncio.run(deadlines.within(SOON, asyncio.sleep(FAR)))


def test_each_has_a_deadline_of_its_own(deadlines):
    async def both():
        late = deadlines.within(SOON, asyncio.sleep(FAR))
        waiting = late, deadlines.within(FAR, asyncio.sleep(3 * TICK_SECONDS, "came"))
        return await asyncio.gather(*waiting, return_exceptions=True)

    late, came = asyncio.run(both())
    assert (type(late), came) == (TimeoutError, "came")


def test_without_a_deadline_it_takes_as_long_as_it_takes(deadlines):
    assert asyncio.run(deadlines.within(None, asyncio.sleep(SOON, "came"))) == "came"
    assert not deadlines._open


def test_a_task_goes_on_behind_a_timeout(deadlines):
    async def go_on():
        try:
            await deadlines.within(SOON, asyncio.sleep(FAR))
        except TimeoutError:
            return await deadlines.within(FAR, asyncio.sleep(2 * TICK_SECONDS, "went on"))

    assert asyncio.run(go_on()) == "went on"


@pytest.mark.parametrize("as_the_time_is_over", [False, True])
def test_who_is_cancelled_by_others_is_cancelled(deadlines, as_the_time_is_over):
    async def cancelled():
        task = asyncio.ensure_future(deadlines.within(FAR, asyncio.sleep(FAR)))
        await asyncio.sleep(0)
        if as_the_time_is_over:
            (deadline,) = deadlines._open
            deadline.until = 0.0
            deadlines._look()
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    assert asyncio.run(cancelled())


def test_nothing_is_looked_after_once_nobody_waits(deadlines):
    async def rest():
        await deadlines.within(FAR, given("body"))
        await asyncio.sleep(2 * TICK_SECONDS)
        return deadlines._timer

    assert asyncio.run(rest()) is None
