"""Runs the steps of a request: inline on the loop, in bounded threads, on the writer, in cpu processes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from contextvars import copy_context
from functools import partial
from time import perf_counter_ns
from typing import Any, TypeVar

from a3dav.door.cpu import BUSY, CpuPool
from a3dav.errors import ServiceUnavailable
from a3dav.exchange import Body
from a3dav.faults import OutcomeUnknown, StoreAway
from a3dav.house import House
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.metrics.names import LANE_REFUSED, LANE_SECONDS, LANE_STEPS
from a3dav.resources import below_mount, mount

T = TypeVar("T")

ReadBody = Callable[[BodyWanted], Awaitable[Body]]


class Driver:
    """The lanes of one worker process."""

    def __init__(self, house: House, cpu: CpuPool) -> None:
        self._cpu, self._house = cpu, house
        self._engine = house.store.engine
        pool = house.settings.async_pool
        self._threads = ThreadPoolExecutor(pool.wait_threads, thread_name_prefix="wait")
        self._patience = house.settings.storage.answer_seconds if self._engine.reads_wait else None
        self._most_waiting = pool.wait_queue
        self._waiting = 0

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
                outcome, failure = await self._take(step, read_body), None
            except Exception as error:
                outcome, failure = None, error

    async def _take(self, step: Step[Any] | BodyWanted, read_body: ReadBody) -> Any:
        if isinstance(step, BodyWanted):
            return await read_body(step)
        if step.lane is Lane.READ:
            return await self.read(step.call, *step.args)
        if step.lane is Lane.WRITER:
            return await self._bounded(
                "writer",
                lambda: self._written(self._engine.submit(partial(copy_context().run, step.call, *step.args))),
            )
        if step.lane is Lane.CPU and self._cpu.processes:
            return await self._bounded("cpu", lambda: self._cpu.run(below_mount, mount.get(), step.call, *step.args))
        return await self._bounded(
            "wait", lambda: self._answered(self._threads.submit(copy_context().run, step.call, *step.args))
        )

    async def read(self, call: Callable[..., T], *args: Any) -> T:
        """A short query: at once on SQLite, in a database thread where it waits for a network."""
        if not self._engine.reads_wait:
            return call(*args)
        pool: ThreadPoolExecutor = self._engine.pool  # type: ignore[attr-defined]
        return await self._bounded("database", lambda: self._answered(pool.submit(copy_context().run, call, *args)))

    async def wait(self, call: Callable[..., T], *args: Any) -> T:
        loop = asyncio.get_running_loop()
        return await self._bounded("wait", lambda: loop.run_in_executor(self._threads, copy_context().run, call, *args))

    async def _answered(self, work: Future[T]) -> T:
        """A database that hangs costs a request its patience, and the worker a thread until it answers."""
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.wrap_future(work)
        except TimeoutError as error:
            raise StoreAway("the database does not answer") from error

    async def _written(self, work: Future[T]) -> T:
        try:
            return await self._answered(work)
        except StoreAway as error:
            if work.done():
                raise  # of its own, or before it began
            raise OutcomeUnknown("the database does not tell whether it wrote") from error

    async def _bounded(self, lane: str, start: Callable[[], Awaitable[T]]) -> T:
        tally, tracer = self._house.tally, self._house.tracer
        if self._waiting >= self._most_waiting:
            tally.count(LANE_REFUSED, lane)
            raise ServiceUnavailable("the server is busy", headers=(BUSY,))
        self._waiting += 1
        tally.set(LANE_STEPS, self._waiting)
        begun = perf_counter_ns()
        try:
            with tracer.step(lane) if tracer else nullcontext():
                return await start()
        finally:
            self._waiting -= 1
            tally.set(LANE_STEPS, self._waiting)
            tally.time(LANE_SECONDS, perf_counter_ns() - begun, lane)

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        self._cpu.close()
