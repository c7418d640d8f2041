"""A bounded pool of threads where the one that worked last works next.

What a thread has of its own, such as a connection and what the server behind it has prepared, is warm then; the pool of
the standard library has all that are idle take turns.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
Job = tuple["Future[Any]", Callable[[], Any]]
Inbox = SimpleQueue["Job | None"]


class Threads:
    """At most so many; each is started when no other is idle, and stays."""

    def __init__(self, most: int, name: str) -> None:
        self._most, self._name = most, name
        self._lock = threading.Lock()
        self._threads: list[tuple[threading.Thread, Inbox]] = []
        self._idle: list[Inbox] = []
        self._waiting: deque[Job] = deque()
        self._closed = False

    @property
    def waiting(self) -> int:
        """Jobs that no thread has taken yet."""
        return len(self._waiting)

    def submit(self, call: Callable[..., T], *args: Any) -> Future[T]:
        """Raises RuntimeError when the pool is closed."""
        future: Future[T] = Future()
        job = future, lambda: call(*args)
        with self._lock:
            if self._closed:
                raise RuntimeError("no work is taken any more")
            if self._idle:
                self._idle.pop().put(job)
            elif len(self._threads) < self._most:
                self._start(job)
            else:
                self._waiting.append(job)
        return future

    def _start(self, job: Job) -> None:
        inbox: Inbox = SimpleQueue()
        inbox.put(job)
        name = f"{self._name}_{len(self._threads)}"
        thread = threading.Thread(target=self._work, args=(inbox,), name=name, daemon=True)
        thread.start()
        self._threads.append((thread, inbox))

    def _work(self, inbox: Inbox) -> None:
        job = inbox.get()
        while job is not None:
            future, call = job
            wanted = future.set_running_or_notify_cancel()
            result, error = _outcome(call) if wanted else (None, None)
            following, idle = self._next(inbox)  # before anybody who waits for this has more to do
            if error is not None:
                future.set_exception(error)
            elif wanted:
                future.set_result(result)
            del job, future, call, result, error  # nobody keeps what was done until the next
            job = inbox.get() if idle else following

    def _next(self, inbox: Inbox) -> tuple[Job | None, bool]:
        """A job that waits, or else whether one may still come; the thread is known to be idle then."""
        with self._lock:
            job = self._waiting.popleft() if self._waiting else None
            idle = job is None and not self._closed
            if idle:
                self._idle.append(inbox)
            return job, idle

    def close(self) -> None:
        """Waits for all that was submitted."""
        with self._lock:
            self._closed = True
        for _, inbox in self._threads:  # of those, too, that an interrupt kept from their work
            inbox.put(None)
        for thread, _ in self._threads:
            thread.join()


def _outcome(call: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    """What it gives, or what it raises; knows no future, which the traceback would keep."""
    try:
        return call(), None
    except BaseException as error:  # whatever it is, whoever waits for the future is told
        return None, error
