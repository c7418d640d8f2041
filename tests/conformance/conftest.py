"""With --alternating, the suites meet two servers of one store, each request the other one."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

import pytest

from a3dav.testing.serving import serving

from .alternator import alternating


def pytest_addoption(parser):
    parser.addoption(
        "--alternating", action="store_true", help="two servers on one PostgreSQL and one Valkey, asked in turns"
    )


@dataclass
class Pair:
    """Two servers behind a proxy, with accounts that know its address alone."""

    first: Any
    port: int

    def person(self):
        return replace(self.first.person(), url=f"http://127.0.0.1:{self.port}/")


@pytest.fixture(scope="session")
def server(request):
    """One running server, as everywhere, or two that take turns."""
    return request.getfixturevalue("pair" if request.config.getoption("--alternating") else "server")


@pytest.fixture(scope="session")
def pair(databases, valkey_server, tmp_path_factory):
    with ExitStack() as stack:
        settings = {"A3DAV_STORAGE__URL": stack.enter_context(databases.one()), "A3DAV_CACHE__L3_URL": valkey_server}
        servers = [stack.enter_context(serving(tmp_path_factory.mktemp("server"), settings)) for _ in range(2)]
        for served in servers:
            served.start()
        port, counts = stack.enter_context(alternating([served.port for served in servers]))
        yield Pair(servers[0], port)
        assert min(counts.values()) > 0
        assert [served.ended() for served in servers] == [None, None]
    logs = [served.log.read_text() for served in servers]
    assert ["Traceback" in log for log in logs] == [False, False], logs
