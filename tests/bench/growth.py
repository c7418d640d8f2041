"""Collections of several sizes, each in a server of its own that keeps no answers: what grows with them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Actor, Transaction
from a3dav.testing.serving import Server, serving
from a3dav.writing import body_of, keep
from a3dav_content.calendar_index import strict_index
from a3dav_content.calendar_objects import CalendarObject

from .contender import Contender
from .contenders import WITHOUT_CACHE, a3dav_in
from .data import Data, Item, make
from .results import Comparison
from .rounds import Pace, measure

SIZES = (100, 1_000, 10_000, 100_000)
RECENT = 1_000
"""Events of the two years that are asked about; more are of the years before, so that answers stay as large."""
SCENARIOS = ("get", "put-change", "sync", "month", "propfind-1")
PAGE = 500


def grow(sizes: Sequence[int], pace: Pace, told: Callable[[str], None]) -> Comparison:
    with (
        tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder,
        ExitStack() as stack,
    ):
        started = []
        for size in sizes:
            told(f"filling a collection with {size:,} events")
            started.append(stack.enter_context(_server_of(size, Path(folder))))
        results = {name: measure(name, started, pace, told) for name in SCENARIOS}
    return Comparison(pace, max(sizes), {one.name: one.version for one in started}, results)


@contextmanager
def _server_of(size: int, folder: Path) -> Iterator[Contender]:
    home = folder / str(size)
    home.mkdir()
    recent = min(size, RECENT)
    made = make(recent, 0, datetime.now(UTC).date(), old=size - recent)
    with serving(home, WITHOUT_CACHE) as server, a3dav_in(server, str(size), made, _fill) as contender:
        yield contender


def _fill(server: Server, name: str, data: Data) -> None:
    house = open_house(read(None, {**server.environment, "A3DAV_SERVER__DATA_DIR": str(server.data_dir)}))
    try:
        for start in range(0, len(data.events), PAGE):
            fill_page(house, ("calendars", name, "calendar"), data.events[start : start + PAGE])
    finally:
        house.close()


def fill_page(house: House, path: tuple[str, ...], items: Sequence[Item]) -> None:
    """Stores new events as the write path would, in one transaction, without judging them."""
    calendar, now = house.resolve(path), now_ms() // 1000
    assert calendar is not None

    def work(tx: Transaction) -> None:
        for item in items:
            found = CalendarObject.parse(item.body)
            tx.put(
                calendar, item.name, None, keep(house.store, body_of(house, item.body)), kind="calendar-object",
                content_type="text/calendar; component=VEVENT", uid=found.uid, parsed=strict_index(found, now),
            )  # fmt: skip

    house.transact(Actor(), work)
