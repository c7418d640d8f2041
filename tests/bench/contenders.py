"""The servers that are measured, each started with the same data in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from conformance.peers.running import free_port, running

from a3dav import __version__
from a3dav.testing.serving import serving

from .data import Data
from .site import Site


@dataclass(frozen=True)
class Contender:
    """A server that runs, filled."""

    name: str
    version: str
    site: Site
    roots: Sequence[int]
    """The processes that, with their children, are this server and its database."""
    floor: bool = False


Start = Callable[[Path, Data], AbstractContextManager[Contender]]


@contextmanager
def floor(folder: Path, data: Data) -> Iterator[Contender]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-P", str(Path(__file__).with_name("floor.py")), port]
    with running(command, url, folder) as process:
        yield Contender("floor", "a bare ASGI answer on Granian", Site(url, "/", "/", data), [process.pid], floor=True)


def a3dav(name: str, settings: Mapping[str, str]) -> Start:
    @contextmanager
    def start(folder: Path, data: Data) -> Iterator[Contender]:
        with serving(folder, settings) as server:
            server.start()
            person = server.person()
            site = Site(
                server.url, f"/calendars/{person.name}/calendar/", f"/addressbooks/{person.name}/addressbook/",
                data, (person.name, person.password),
            )  # fmt: skip
            fill(site)
            assert server.process is not None
            yield Contender(name, f"a3dav {__version__}", site, [server.process.pid])

    return start


def fill(site: Site) -> None:
    site.fill(site.calendar, site.data.events)
    site.fill(site.book, site.data.cards)


CONTENDERS: dict[str, Start] = {
    "a3dav": a3dav("a3dav", {}),
    "a3dav-2": a3dav("a3dav-2", {"A3DAV_SERVER__WORKERS": "2"}),
    "floor": floor,
}


@contextmanager
def contenders(
    names: Sequence[str], folder: Path, data: Data, told: Callable[[str], None]
) -> Iterator[list[Contender]]:
    """Starts and fills servers one after the other; all run until the end."""
    with ExitStack() as stack:
        started = []
        for name in names:
            told(f"starting and filling {name}")
            home = folder / name
            home.mkdir()
            one = stack.enter_context(CONTENDERS[name](home, data))
            stack.callback(one.site.close)
            started.append(one)
        yield started
