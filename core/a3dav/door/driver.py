"""Runs the steps of a request: inline on the loop, in bounded threads, on the writer, in cpu processes."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, TypeVar

from a3dav.errors import ServiceUnavailable
from a3dav.exchange import Body
from a3dav.faults import OutcomeUnknown, StoreAway
from a3dav.house import House
from a3dav.lanes import BodyWanted, Lane, Step, Steps

T = TypeVar("T")
BUSY = ("Retry-After", "2")
NICENESS = 10

ReadBody = Callable[[BodyWanted], Awaitable[Body]]


class Driver:
    """The lanes of one worker process."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._engine = house.store.engine
        limits = house.settings.limits
        self._threads = ThreadPoolExecutor(limits.wait_threads, thread_name_prefix="wait")
        self._patience = house.settings.storage.answer_seconds if self._engine.reads_wait else None
        self._most_waiting = limits.wait_queue
        self._waiting = 0
        self._processes: ProcessPoolExecutor | None = None

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
            return await self._bounded(lambda: self._written(self._engine.submit(lambda: step.call(*step.args))))
        if step.lane is Lane.CPU and self._house.settings.limits.cpu_processes:
            return await self._bounded(lambda: self._in_process(step))
        return await self._bounded(lambda: self._answered(self._threads.submit(step.call, *step.args)))

    async def read(self, call: Callable[..., T], *args: Any) -> T:
        """A short query: at once on SQLite, in a database thread where it waits for a network."""
        if not self._engine.reads_wait:
            return call(*args)
        pool: ThreadPoolExecutor = self._engine.pool  # type: ignore[attr-defined]
        return await self._bounded(lambda: self._answered(pool.submit(call, *args)))

    async def wait(self, call: Callable[..., T], *args: Any) -> T:
        loop = asyncio.get_running_loop()
        return await self._bounded(lambda: loop.run_in_executor(self._threads, call, *args))

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

    async def _in_process(self, step: Step[Any]) -> Any:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._pool(), step.call, *step.args)
        except BrokenExecutor as error:
            self._processes = None  # a pool that lost a process takes no work any more
            raise ServiceUnavailable("a cpu process ended", headers=(BUSY,)) from error

    async def _bounded(self, start: Callable[[], Awaitable[T]]) -> T:
        if self._waiting >= self._most_waiting:
            raise ServiceUnavailable("the server is busy", headers=(BUSY,))
        self._waiting += 1
        try:
            return await start()
        finally:
            self._waiting -= 1

    def _pool(self) -> ProcessPoolExecutor:
        if self._processes is None:
            self._processes = ProcessPoolExecutor(
                self._house.settings.limits.cpu_processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_open_in_process,
                initargs=(dict(os.environ), os.getpid()),
            )
        return self._processes

    def warm(self) -> None:
        """Starts the cpu processes, so that the first costly report does not wait for them."""
        if self._house.settings.limits.cpu_processes:
            self._pool().submit(os.getpid)

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        if self._processes is not None:
            self._processes.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()  # they only read; one that is still starting would keep this worker alive


def _open_in_process(environment: Mapping[str, str], parent: int) -> None:
    """Makes the same house in a process of the cpu lane, behind everybody else in the queue for a core."""
    from a3dav.assembly import open_house
    from a3dav.config import read
    from a3dav.processes import end_with_parent

    end_with_parent(parent)
    os.nice(NICENESS)
    open_house(read(None, environment))
