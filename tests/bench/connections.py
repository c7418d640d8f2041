"""`python tests/bench/connections.py`: thousands of connections that say nothing, and some that ask without pause.

It starts a server with two workers and prints what was refused, dropped and left unanswered, how long the busy ones
waited, and the memory of the server's processes. The exit status is 1 when a figure is not what was promised.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import gc
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import cast

import uvloop

from a3dav.testing.serving import Person, Server, serving

AT_ONCE = 200
"""Connections that are opened side by side."""
PATIENCE = 30
MOST_MILLISECONDS = 50
MOST_MEGABYTES = 600
PROPERTIES = (
    '<D:propfind xmlns:D="DAV:" xmlns:S="http://calendarserver.org/ns/"><D:prop><D:resourcetype/><D:displayname/>'
    "<D:current-user-privilege-set/><D:sync-token/><S:getctag/><D:owner/><D:supported-report-set/></D:prop></D:propfind>"
)


class Line(asyncio.Protocol):
    """A connection on which one request at a time is answered by a body of known length."""

    def __init__(self) -> None:
        self.lost = False
        self._received = bytearray()
        self._answer: asyncio.Future[int] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.WriteTransport, transport)  # uvloop's is none by class

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError("closed before the answer"))

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = bytes(self._received).partition(b"\r\n\r\n")
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        if found and len(body) >= int(lengths[0].partition(b":")[2] if lengths else 0):
            self._received.clear()
            if self._answer is not None and not self._answer.done():
                self._answer.set_result(int(head.split()[1]))

    async def ask(self, request: bytes) -> int:
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        async with asyncio.timeout(PATIENCE):
            return await self._answer


@dataclass
class Outcome:
    """What became of the connections; the milliseconds are those of the busy ones."""

    opened: int = 0
    refused: int = 0
    dropped: int = 0
    unanswered: int = 0
    answered: int = 0
    failed: dict[int, int] = field(default_factory=dict)
    requests_a_second: float = 0
    p50: dict[str, float] = field(default_factory=dict)
    p99: dict[str, float] = field(default_factory=dict)
    megabytes: float = 0

    @property
    def whole(self) -> bool:
        """Whether every connection lived and every request was answered as it should be."""
        return not (self.refused or self.dropped or self.unanswered or self.failed)


def requests_of(person: Person) -> dict[str, bytes]:
    token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode()
    head = f"Host: localhost\r\nAuthorization: Basic {token}\r\n"
    place = f"/files/{person.name}/"
    length = f"Content-Length: {len(PROPERTIES)}\r\n"
    return {
        "PUT": f"PUT {place}small HTTP/1.1\r\n{head}Content-Length: 1000\r\n\r\n{'x' * 1000}".encode(),
        "GET": f"GET {place}small HTTP/1.1\r\n{head}\r\n".encode(),
        "PROPFIND": f"PROPFIND {place} HTTP/1.1\r\n{head}Depth: 0\r\n{length}\r\n{PROPERTIES}".encode(),
    }


class Clients:
    def __init__(self, server: Server, requests: dict[str, bytes]) -> None:
        self._server, self._requests = server, requests
        self._opening = asyncio.Semaphore(AT_ONCE)
        self.outcome = Outcome()
        self.milliseconds: dict[str, list[float]] = {"GET": [], "PROPFIND": []}

    async def hold(self, count: int, active: int, seconds: float) -> None:
        """Opens the idle connections, lets the others ask beside them, and then asks on each idle one again."""
        first = await self._open()
        assert first is not None, "the server accepts nothing"
        await self._asked(first, "PUT")
        idle = [line for line in await asyncio.gather(*(self._opened_and_used() for _ in range(count))) if line]
        busy = [line for line in await asyncio.gather(*(self._open() for _ in range(active))) if line]
        gc.collect()
        gc.freeze()
        until = time.monotonic() + seconds
        await asyncio.gather(*(self._ask_until(line, until) for line in busy))
        self.outcome.dropped += sum(line.lost for line in idle)
        await asyncio.gather(*(self._used(line) for line in idle if not line.lost))
        self._told(seconds)
        assert self._server.process is not None
        # Not beside the busy ones: to count the pages of a process keeps it waiting.
        self.outcome.megabytes = round(sum(map(_megabytes, _family(self._server.process.pid))), 1)
        for line in [first, *idle, *busy]:
            line.transport.close()

    async def _opened_and_used(self) -> Line | None:
        line = await self._open()
        if line is not None:
            await self._used(line)
        return line

    async def _used(self, line: Line) -> None:
        async with self._opening:
            await self._asked(line, "GET")

    async def _open(self) -> Line | None:
        async with self._opening:
            try:
                _, line = await asyncio.get_running_loop().create_connection(Line, "127.0.0.1", self._server.port)
            except OSError:
                self.outcome.refused += 1
                return None
        self.outcome.opened += 1
        return line

    async def _asked(self, line: Line, kind: str) -> None:
        try:
            status = await line.ask(self._requests[kind])
        except (OSError, TimeoutError):
            self.outcome.unanswered += 1
            return
        self.outcome.answered += 1
        if status >= 300:
            self.outcome.failed[status] = self.outcome.failed.get(status, 0) + 1

    async def _ask_until(self, line: Line, until: float) -> None:
        while time.monotonic() < until and not line.lost:
            for kind, taken in self.milliseconds.items():
                began = time.perf_counter()
                await self._asked(line, kind)
                taken.append((time.perf_counter() - began) * 1000)
        self.outcome.dropped += line.lost

    def _told(self, seconds: float) -> None:
        self.outcome.requests_a_second = round(sum(map(len, self.milliseconds.values())) / seconds)
        for kind, taken in self.milliseconds.items():
            cuts = quantiles(taken, n=100) if len(taken) > 1 else [0.0] * 99
            self.outcome.p50[kind], self.outcome.p99[kind] = round(cuts[49], 2), round(cuts[98], 2)


def measured(server: Server, person: Person, idle: int, active: int, seconds: float) -> Outcome:
    """What comes of so many idle and so many busy connections to a server that runs."""
    clients = Clients(server, requests_of(person))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(clients.hold(idle, active, seconds))
    return clients.outcome


def _family(pid: int) -> Iterator[int]:
    yield pid
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in file.read_text().split():
                yield from _family(int(child))


def _megabytes(pid: int) -> float:
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return 0.0


def allow_files(count: int) -> None:
    """Raises the limit of open files for this process and the server that it starts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count <= hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--idle", type=int, default=10_000)
    parser.add_argument("--active", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=50)
    parser.add_argument("--store", default="", help="postgresql://…; SQLite without it")
    wanted = parser.parse_args()
    allow_files(wanted.idle + wanted.active + 1000)
    settings = {"A3DAV_ASYNC_POOL__WORKERS": "2", "A3DAV_LOGGING__ACCESS": "false", "A3DAV_STORAGE__URL": wanted.store}
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), settings) as server:
        person = server.person()
        server.start()
        outcome = measured(server, person, wanted.idle, wanted.active, wanted.seconds)
    print(json.dumps(asdict(outcome), indent=2))
    kept = outcome.whole and max(outcome.p99.values()) < MOST_MILLISECONDS and outcome.megabytes < MOST_MEGABYTES
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
