"""The pool that has the thread which worked last work next."""

import gc
import threading
import weakref
from concurrent.futures import wait

import pytest

from a3dav.storage.threads import Threads


@pytest.fixture
def pool():
    made = Threads(3, "pool")
    yield made
    made.close()


def name():
    return threading.current_thread().name


def occupied(pool, count):
    """So many threads that wait for the event that comes along."""
    go, here = threading.Event(), threading.Barrier(count + 1)

    def work():
        here.wait()
        go.wait(30)
        return name()

    futures = [pool.submit(work) for _ in range(count)]
    here.wait()
    return go, futures


def test_what_a_call_gives_is_told(pool):
    assert pool.submit(divmod, 7, 3).result() == (2, 1)


def test_what_a_call_raises_is_raised_and_the_thread_works_on(pool):
    with pytest.raises(ZeroDivisionError):
        pool.submit(divmod, 7, 0).result()
    assert pool.submit(name).result() == "pool_0"


def test_the_thread_that_worked_last_works_next(pool):
    go, futures = occupied(pool, 3)
    go.set()
    assert {future.result() for future in futures} == {"pool_0", "pool_1", "pool_2"}
    assert len({pool.submit(name).result() for _ in range(100)}) == 1


def test_no_more_work_at_a_time_than_may_and_the_rest_waits(pool):
    go, futures = occupied(pool, 3)
    done = []
    later = [pool.submit(done.append, number) for number in range(2)]
    assert pool.waiting == 2
    assert not later[0].running()
    go.set()
    for future in (*futures, *later):
        future.result()
    assert sorted(done) == [0, 1]
    assert pool.waiting == 0


def test_what_was_cancelled_while_it_waited_is_not_done(pool):
    go, _ = occupied(pool, 3)
    done = []
    later = pool.submit(done.append, 1)
    assert later.cancel()
    go.set()
    assert pool.submit(len, done).result() == 0


def test_a_closed_pool_has_done_all_that_it_took_and_takes_no_more():
    pool = Threads(1, "pool")
    go, _ = occupied(pool, 1)
    done = []
    for number in range(3):
        pool.submit(done.append, number)
    threading.Timer(0.05, go.set).start()
    pool.close()
    assert done == [0, 1, 2]
    with pytest.raises(RuntimeError):
        pool.submit(name)


def test_a_thread_that_an_interrupt_kept_from_its_work_is_not_waited_for():
    pool = Threads(1, "pool")
    pool.submit(name).result()
    pool._idle.clear()  # as where the interrupt comes before the job is handed over
    closing = threading.Thread(target=pool.close, daemon=True)
    closing.start()
    closing.join(10)
    assert not closing.is_alive()


@pytest.mark.parametrize("work", [lambda one: None, lambda one: 1 / 0])
def test_what_was_done_is_not_kept(pool, work):
    class Kept:
        pass

    gone, kept = threading.Event(), Kept()
    weakref.finalize(kept, gone.set)
    gc.disable()
    try:
        wait([pool.submit(work, kept)])
        del kept
        assert gone.wait(10)
    finally:
        gc.enable()
