"""Runs Radicale and Xandikos, from a throw-away environment, beside this server, and prints how each answers.

python -P tests/conformance/peers/compare.py        (or: tox -e peers)
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent))
from probes import PROBES, XML, Peer
from running import environment, free_port, running, version, xandikos_command

from a3dav import __version__
from a3dav.testing.serving import serving


@contextmanager
def radicale(python: Path, folder: Path) -> Iterator[Peer]:
    url = f"http://127.0.0.1:{free_port()}/"
    command = [
        python, "-m", "radicale", "--hosts", url[7:-1], "--auth-type", "none",
        "--storage-filesystem-folder", folder / "collections",
    ]  # fmt: skip
    with running(command, url, folder), httpx.Client(base_url=url, auth=("alice", "x"), trust_env=False) as client:
        client.request("MKCALENDAR", "/alice/calendar/").raise_for_status()
        book = (
            '<mkcol xmlns="DAV:"><set><prop><resourcetype><collection/>'
            '<addressbook xmlns="urn:ietf:params:xml:ns:carddav"/></resourcetype></prop></set></mkcol>'
        )
        client.request("MKCOL", "/alice/book/", content=book, headers=XML).raise_for_status()
        yield Peer(version(python, "radicale"), client, "/alice/calendar/", "/alice/book/")


@contextmanager
def xandikos(python: Path, folder: Path) -> Iterator[Peer]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    with (
        running(xandikos_command(python, folder, port), url, folder),
        httpx.Client(base_url=url, trust_env=False) as client,
    ):
        places = "/alice/calendars/calendar/", "/alice/contacts/addressbook/"
        yield Peer(version(python, "xandikos"), client, *places)


@contextmanager
def a3dav(_: Path, folder: Path) -> Iterator[Peer]:
    with serving(folder, {}) as server:
        server.start()
        person = server.person()
        with httpx.Client(base_url=server.url, auth=(person.name, person.password), trust_env=False) as client:
            name = person.name
            yield Peer(
                f"a3dav {__version__}", client, f"/calendars/{name}/calendar/", f"/addressbooks/{name}/addressbook/"
            )


PEERS: tuple[Callable[..., object], ...] = (a3dav, radicale, xandikos)


def cell(probe: Callable[[Peer], str], peer: Peer) -> str:
    try:
        return probe(peer)
    except httpx.TransportError as error:
        return f"the connection breaks: {type(error).__name__}"
    finally:
        for name in ("a.ics", "b.ics", "c.ics", "copy.ics"):
            peer.ask("DELETE", peer.calendar + name)


def main() -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="peers-", ignore_cleanup_errors=True)))
        python = environment(folder / "environment", "radicale", "xandikos")
        peers = []
        for start in PEERS:
            home = folder / start.__name__
            home.mkdir()
            peers.append(stack.enter_context(start(python, home)))  # type: ignore[arg-type]
        print(f"Measured on {datetime.now(UTC):%Y-%m-%d}.\n")
        print(f"| | {' | '.join(peer.name for peer in peers)} |")
        print("|---" * (len(peers) + 1) + "|")
        for title, probe in PROBES.items():
            print(f"| {title} | {' | '.join(cell(probe, peer) for peer in peers)} |")


if __name__ == "__main__":
    main()
