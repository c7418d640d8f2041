"""Ten thousand clients that hold their connection and say nothing, beside some that ask without pause."""

from __future__ import annotations

import resource
import socket
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .contender import Contender
from .footprint import memory
from .scenarios import SCENARIOS, Scenario, verified
from .wrk import Load, load

BATCH = 200
ANSWER_SECONDS = 20
WARM_SECONDS = 2
ACTIVE = ("get", "propfind-0")
HELLO = b"OPTIONS * HTTP/1.1\r\nHost: %b\r\n\r\n"


@dataclass
class Crowd:
    """What became of the connections, and of those who worked beside them; times are milliseconds, memory bytes."""

    idle: int
    active: int
    seconds: float
    refused: int = 0
    dropped: int = 0
    silent: int = 0
    """Connections that were open at the end, and on which a request then got no answer."""
    memory_before: int = 0
    memory: int = 0
    rate: float = 0
    errors: int = 0
    p99_alone: dict[str, float] = field(default_factory=dict)
    p99: dict[str, float] = field(default_factory=dict)


def crowd(contender: Contender, idle: int, active: int, seconds: float, told: Callable[[str], None]) -> Crowd:
    _raise_file_limit(idle + 1000)
    found = Crowd(idle, active, seconds, memory_before=memory(contender.roots))
    told(f"{active} connections ask, alone")
    _work(contender, active, min(seconds, WARM_SECONDS))
    found.p99_alone = {name: one.p99 for name, one in _work(contender, active, min(seconds, 10)).items()}
    address = urlsplit(contender.site.url)
    with opened(address.hostname or "", address.port or 0, idle, found) as lines:
        told(f"{active} connections ask beside {len(lines):,} that do not")
        loads = _work(contender, active, seconds)
        found.memory = memory(contender.roots)
        alive = [line for line in lines if not _ended(line)]
        found.dropped = len(lines) - len(alive)
        told("those that were silent ask")
        found.silent = sum(not answered for answered in _greet(alive, address.netloc))
    found.p99 = {name: one.p99 for name, one in loads.items()}
    found.rate = sum(one.requests / one.seconds for one in loads.values())
    found.errors = sum(one.refused + one.broken for one in loads.values())
    return found


def _work(contender: Contender, active: int, seconds: float) -> dict[str, Load]:
    """Half of the connections read, half look whether something is new."""

    def run(scenario: Scenario) -> Load:
        requests, _ = verified(scenario, contender.site)
        return load(contender.site.url, requests, seconds, active // len(ACTIVE))

    with ThreadPoolExecutor() as threads:
        return dict(zip(ACTIVE, threads.map(run, [SCENARIOS[name] for name in ACTIVE]), strict=True))


@contextmanager
def opened(host: str, port: int, count: int, found: Crowd) -> Iterator[list[socket.socket]]:
    """Connections on each of which one request was answered."""
    with ExitStack() as stack:
        lines: list[socket.socket] = []
        for _ in range(0, count, BATCH):
            fresh = []
            for _ in range(min(BATCH, count - len(lines) - found.refused)):
                try:
                    fresh.append(stack.enter_context(socket.create_connection((host, port), ANSWER_SECONDS)))
                except OSError:
                    found.refused += 1
            answered = list(_greet(fresh, f"{host}:{port}"))
            found.refused += answered.count(False)
            lines += [line for line, there in zip(fresh, answered, strict=True) if there]
        yield lines


def _greet(lines: Sequence[socket.socket], host: str) -> Iterator[bool]:
    """Asks on all of them, a batch at a time, and tells for each whether it was answered."""
    for start in range(0, len(lines), BATCH):
        batch = lines[start : start + BATCH]
        sent = [_sent(line, HELLO % host.encode()) for line in batch]
        yield from (there and _received(line) for line, there in zip(batch, sent, strict=True))


def _sent(line: socket.socket, request: bytes) -> bool:
    try:
        line.sendall(request)
    except OSError:
        return False
    return True


def _received(line: socket.socket) -> bool:
    try:
        return line.recv(65536).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


def _ended(line: socket.socket) -> bool:
    """Whether the server closed it; nothing else can have come."""
    line.setblocking(False)
    try:
        return line.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
    finally:
        line.settimeout(ANSWER_SECONDS)


def _raise_file_limit(wanted: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < wanted:
        raise SystemExit(f"this shell may open {hard} files and {wanted} are needed; raise it with: ulimit -n {wanted}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
