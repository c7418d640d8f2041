"""Whether quick reads stay quick beside uploads and downloads that stall, and reports that cost much."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median
from urllib.parse import urlsplit

from . import asking
from .contender import Contender
from .rounds import Pace
from .scenarios import gets
from .site import XML, Site
from .stalling import BEGINNING, stalled
from .wrk import Load, load

LARGE = 20 * 2**20
UPLOAD = 5_000_000
SETTLE_SECONDS = 2
"""Until what the stalled wanted is as far on its way as they let it."""
DEAR_WARM_SECONDS = 1
DEAR_SPANS = 30
END_SECONDS = 5
"""Until a server has noticed that those who stalled are gone, and so is alone with the next GETs."""


@dataclass
class Starved:
    """The 99th percentile of GET in milliseconds, round by round, and how many dear reports ran beside."""

    uploads: int
    downloads: int
    reporters: int
    p99_alone: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    rate_alone: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)
    reports: int = 0
    reports_refused: int = 0
    errors: int = 0

    @property
    def times(self) -> float:
        return median(beside / alone for beside, alone in zip(self.p99, self.p99_alone, strict=True))


def starve(contender: Contender, stalling: int, workers: int, pace: Pace, told: Callable[[str], None]) -> Starved:
    site, found = contender.site, Starved(stalling, stalling, workers)
    large = _store_large(site)
    _gets(site, pace)
    for number in range(pace.rounds):
        told(f"GET alone, round {number + 1} of {pace.rounds}")
        _note(found, _gets(site, pace), found.p99_alone, found.rate_alone)
        told(
            f"GET beside {2 * stalling} that stall and {workers} that want reports, round {number + 1} of {pace.rounds}"
        )
        with _stalling(site, large, stalling), _reporting(site, workers, pace.seconds, found):
            _note(found, _gets(site, pace), found.p99, found.rate)
        told("what was begun comes to its end")
        time.sleep(END_SECONDS)
    return found


def _gets(site: Site, pace: Pace) -> Load:
    return load(site.url, gets(site), pace.seconds, pace.clients)


def _note(found: Starved, done: Load, p99: list[float], rate: list[float]) -> None:
    p99.append(done.p99)
    rate.append(done.requests / done.seconds)
    found.errors += done.refused + done.broken


def _store_large(site: Site) -> str:
    path = f"/files/{(site.user or ('', ''))[0]}/large"
    site.client.put(path, content=b"x" * LARGE).raise_for_status()
    return path


@contextmanager
def _stalling(site: Site, large: str, count: int) -> Iterator[None]:
    port = urlsplit(site.url).port or 0
    with ExitStack() as stack:
        for number in range(count):
            upload = site.request("PUT", f"{large}-{number}", Content_Length=str(UPLOAD))
            stack.enter_context(stalled(port, upload + BEGINNING))
            stack.enter_context(stalled(port, site.request("GET", large)))
        time.sleep(SETTLE_SECONDS)
        yield


@contextmanager
def _reporting(site: Site, count: int, seconds: float, found: Starved) -> Iterator[None]:
    """Clients that ask for every event of a year, more or less, with its instances.

    They ask for another span each time, as an answer that is remembered would not be dear.
    """
    first, end = site.data.months[0][0], site.data.months[-1][1]
    days = [timedelta(number) for number in range(DEAR_SPANS)]
    spans = [(first + later, end - earlier) for later in days for earlier in days]
    requests = [
        site.request("REPORT", site.calendar, asking.expanded(*span), Depth="1", Content_Type=XML) for span in spans
    ]
    with ThreadPoolExecutor() as threads:
        running = threads.submit(load, site.url, requests, seconds + 2 * DEAR_WARM_SECONDS, count)
        time.sleep(DEAR_WARM_SECONDS)
        yield
        done = running.result()
        found.reports += done.requests
        found.reports_refused += done.refused
