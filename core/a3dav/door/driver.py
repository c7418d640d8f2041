"""Runs the steps of a request: inline on the loop, in bounded threads, on the writer, in cpu processes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from contextvars import copy_context
from functools import partial
from time import perf_counter, perf_counter_ns
from typing import Any, TypeVar

from a3dav.door.bounds import Queue, Share
from a3dav.door.cpu import CpuPool
from a3dav.door.deadlines import Deadlines
from a3dav.door.lag import Lag
from a3dav.door.looks import Looks
from a3dav.exchange import Body
from a3dav.faults import OutcomeUnknown, StoreAway
from a3dav.house import House
from a3dav.lanes import BodyWanted, Lane, Look, Place, Seen, Step, Steps
from a3dav.metrics.names import LANE_REFUSED, LANE_SECONDS, LANE_STEPS
from a3dav.resources import below_mount, mount
from a3dav.storage.threads import Threads

T = TypeVar("T")

MOST_DEAR = 64
"""Steps that wait for one process of the cpu lane; each may take seconds."""

ReadBody = Callable[[BodyWanted], Awaitable[Body]]


class Driver:
    """The lanes of one worker process."""

    def __init__(self, house: House, cpu: CpuPool, lag: Lag) -> None:
        self._cpu, self._house, self._lag = cpu, house, lag
        self._engine = house.store.engine
        self._inline_reads = not self._engine.reads_wait
        pool, storage = house.settings.async_pool, house.settings.storage
        self.deadlines = Deadlines()
        self._looks = Looks(lambda places: self._answered(self._asked(house.store.looks, places)))
        self._threads = ThreadPoolExecutor(pool.wait_threads, thread_name_prefix="wait")
        self._proving = ThreadPoolExecutor(max(1, pool.wait_threads // 2), thread_name_prefix="proof")
        self._patience = storage.answer_seconds if self._engine.reads_wait else None
        self._queues = {lane: Queue(pool.wait_queue) for lane in Lane}
        self._queues[Lane.CPU].most = min(pool.wait_queue, MOST_DEAR * max(1, cpu.processes))
        # Writes queue for the row of their account, and pages of large answers come in numbers.
        self._unhurried = Share(max(1, storage.pool_size - storage.pool_size // 4))

    def room(self, lane: Lane) -> int:
        """How many steps of a lane run and wait before the next gets 503."""
        return self._queues[lane].most

    async def drive(self, steps: Steps[T], read_body: ReadBody) -> T:
        """Runs a request to its end; what a step raises is raised where the step was asked for."""
        outcome: Any = None
        failure: BaseException | None = None
        while True:
            try:
                step = steps.throw(failure) if failure is not None else steps.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            try:
                # A short query: at once on SQLite, in a database thread where it waits for a network.
                if self._inline_reads and isinstance(step, Step) and step.lane is Lane.READ:
                    outcome, failure = self._inline(step.call, *step.args), None
                elif isinstance(step, BodyWanted):
                    outcome, failure = await read_body(step), None
                else:
                    outcome, failure = await self._take(step), None
            except Exception as error:
                outcome, failure = None, error

    async def _take(self, step: Step[Any] | Look) -> Any:
        if isinstance(step, Look):
            return await self._bounded(Lane.READ, partial(self._looked, step.place))
        if step.lane is Lane.READ:
            return await self._bounded(step.lane, lambda: self._answered(self._asked(step.call, *step.args)))
        if step.lane is Lane.WRITER:
            return await self._bounded(
                step.lane, lambda: self._written(partial(copy_context().run, step.call, *step.args))
            )
        if step.lane is Lane.CPU and self._cpu.processes:
            return await self._bounded(
                step.lane, lambda: self._cpu.run(below_mount, mount.get(), step.call, *step.args)
            )
        threads = self._proving if step.lane is Lane.PROOF else self._threads
        return await self._bounded(
            step.lane, lambda: self._answered(threads.submit(copy_context().run, step.call, *step.args))
        )

    async def _looked(self, place: Place) -> Seen:
        return await self._patient(self._looks.look(place))

    async def page(self, call: Callable[..., T], *args: Any) -> T:
        """A part of an answer that is on its way: nobody waits for the first byte of it any more."""
        if self._inline_reads:
            return self._inline(call, *args)

        async def work() -> T:
            return await self._answered(await self._unhurried.submit(lambda: self._asked(call, *args), self._patience))

        return await self._bounded(Lane.READ, work)

    def _inline(self, call: Callable[..., T], *args: Any) -> T:
        began = perf_counter()
        try:
            return call(*args)
        finally:
            self._lag.timed(began, call)

    def _asked(self, call: Callable[..., T], *args: Any) -> Future[T]:
        pool: Threads = self._engine.pool  # type: ignore[attr-defined] # of engines whose reads wait, and no other
        return pool.submit(copy_context().run, call, *args)

    async def wait(self, call: Callable[..., T], *args: Any) -> T:
        loop = asyncio.get_running_loop()
        return await self._bounded(
            Lane.WAIT, lambda: loop.run_in_executor(self._threads, copy_context().run, call, *args)
        )

    async def _answered(self, work: Future[T]) -> T:
        """A database that hangs costs a request its patience, and the worker a thread until it answers."""
        return await self._patient(asyncio.wrap_future(work))

    async def _patient(self, awaited: Awaitable[T]) -> T:
        try:
            return await self.deadlines.within(self._patience, awaited)
        except TimeoutError as error:
            raise StoreAway("the database does not answer") from error

    async def _written(self, transaction: Callable[[], T]) -> T:
        if self._engine.reads_wait:
            work = await self._unhurried.submit(lambda: self._engine.submit(transaction), self._patience)
        else:
            work = self._engine.submit(transaction)
        try:
            return await self._answered(work)
        except StoreAway as error:
            if work.done():
                raise  # of its own, or before it began
            raise OutcomeUnknown("the database does not tell whether it wrote") from error

    async def _bounded(self, lane: Lane, start: Callable[[], Awaitable[T]]) -> T:
        queue, tally, tracer = self._queues[lane], self._house.tally, self._house.tracer
        name = "database" if lane is Lane.READ else lane.value
        if queue.is_full:
            tally.count(LANE_REFUSED, name)
        begun = perf_counter_ns()
        try:
            with tracer.step(name) if tracer else nullcontext():
                return await queue.bounded(start)
        finally:
            tally.set(LANE_STEPS, sum(each.length for each in self._queues.values()))
            tally.time(LANE_SECONDS, perf_counter_ns() - begun, name)

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        self._proving.shutdown(wait=True)
        self._cpu.close()
