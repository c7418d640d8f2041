"""Radicale and Xandikos as contenders, from a fresh environment, each as its documentation has it served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from conformance.peers.running import environment, free_port, running, version, xandikos_command

from .asking import SPACES
from .contender import Contender
from .data import Data
from .site import XML, Site

PACKAGES = ("radicale[bcrypt]", "gunicorn", "xandikos")
RADICALE_HASH = "$2y$05$WvvL/PwP5VA7burRm0kxkO4i0IwLYzKkPO/IUyAeN6c5EdvOoNnnW"
PASSWORD = "bench"
"""That of the hash; its rounds are few, and a login that was verified is remembered anyway."""
CONFIGURATION = """
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = bcrypt
htpasswd_cache = True
cache_logins = True
cache_successful_logins_expiry = 900
[storage]
filesystem_folder = {folder}/collections
"""
BOOK = (
    f"<D:mkcol {SPACES}><D:set><D:prop><D:resourcetype><D:collection/><A:addressbook/></D:resourcetype></D:prop></D:set>"
    "</D:mkcol>"
)


@cache
def installed(folder: Path) -> Path:
    return environment(folder / "environment", *PACKAGES)


@contextmanager
def radicale(folder: Path, data: Data) -> Iterator[Contender]:
    """With two workers of gunicorn; verified logins are cached, which is not its default."""
    python, port = installed(folder.parent), free_port()
    (folder / "config").write_text(CONFIGURATION.format(folder=folder))
    (folder / "users").write_text(f"alice:{RADICALE_HASH}\n")
    site = Site(f"http://127.0.0.1:{port}/", "/alice/calendar/", "/alice/book/", data, ("alice", PASSWORD))
    command = [
        python, "-m", "gunicorn", "--workers", 2, "--threads", 4, "--keep-alive", 60,
        "--bind", f"127.0.0.1:{port}", "radicale",
    ]  # fmt: skip
    with running(command, site.url, folder, {"RADICALE_CONFIG": str(folder / "config")}) as process:
        site.client.request("MKCALENDAR", site.calendar).raise_for_status()
        site.client.request("MKCOL", site.book, content=BOOK, headers={"Content-Type": XML}).raise_for_status()
        site.fill()
        yield Contender("radicale", f"{version(python, 'radicale')} on gunicorn", site, [process.pid])


@contextmanager
def xandikos(folder: Path, data: Data) -> Iterator[Contender]:
    """Without authentication, which it has over TLS alone."""
    python, port = installed(folder.parent), free_port()
    site = Site(
        f"http://127.0.0.1:{port}/", "/alice/calendars/calendar/", "/alice/contacts/addressbook/", data
    )  # fmt: skip
    with running(xandikos_command(python, folder, port), site.url, folder) as process:
        site.fill()
        yield Contender("xandikos", version(python, "xandikos"), site, [process.pid])
