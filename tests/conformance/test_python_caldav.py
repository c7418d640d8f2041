"""The integration tests that python-caldav brings in its source distribution, against this server."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from .hints import A3DAV, BETTER

SERVERS = """
test-servers:
  radicale: {{type: embedded, enabled: false, host: localhost, port: 1, username: u, password: ""}}
  xandikos: {{type: embedded, enabled: false, host: localhost, port: 1, username: u, password: ""}}
  a3dav:
    type: external
    enabled: true
    url: {url}
    username: {name}
    password: {password}
    features: {features}
    scheduling_users: {people}
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Its source distribution, of the version that is installed."""
    folder = tmp_path_factory.mktemp("python-caldav")
    wanted = f"caldav=={version('caldav')}"
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", "caldav", "-d", str(folder), wanted],
        check=True, timeout=300,
    )  # fmt: skip
    subprocess.run(["tar", "-xzf", next(folder.glob("caldav-*.tar.gz")), "-C", folder], check=True)
    return next(path for path in folder.iterdir() if path.is_dir())


def test_its_integration_tests_pass(source, server):
    account, *guests = [server.person() for _ in range(3)]
    people = [{"url": one.url, "username": one.name, "password": one.password} for one in (account, *guests)]
    (source / "tests" / "caldav_test_servers.yaml").write_text(
        SERVERS.format(
            url=account.url,
            name=account.name,
            password=account.password,
            features=json.dumps(A3DAV | BETTER),
            people=json.dumps(people),
        )
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-o",
         "asyncio_default_fixture_loop_scope=function", "-k", "ForServera3dav or a3dav",
         "-W", "ignore:principals:DeprecationWarning",  # its tests call what it calls old

         "tests/test_caldav.py", "tests/test_async_integration.py"],
        cwd=source, env=environment | {"PYTHON_CALDAV_TEST_DOCKER": "0"},
        capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    summary = re.search(r"(\d+) passed", done.stdout)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert summary, done.stdout
    assert int(summary[1]) > 100, done.stdout[-2000:]
