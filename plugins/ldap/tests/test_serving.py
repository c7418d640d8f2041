"""A running server and its tasks process beside a directory, over sockets."""

import httpx
import pytest

from a3dav.testing.serving import serving
from a3dav.testing.waiting import eventually

PROPFIND = b'<propfind xmlns="DAV:"><prop><current-user-principal/></prop></propfind>'


@pytest.fixture
def server(tmp_path, store_settings, slapd):
    given = {
        "urls": slapd.url, "base": "ou=people,dc=example,dc=org", "bind_dn": "cn=reader,dc=example,dc=org",
        "bind_password": "what the reader knows", "address_book": "true", "pause_seconds": "0",
    }  # fmt: skip
    settings = {f"A3DAV_PLUGINS__LDAP__{name.upper()}": value for name, value in given.items()}
    with serving(tmp_path, {**store_settings, **settings}) as served:
        yield served


def status(server, name, password):
    with httpx.Client(base_url=server.url, auth=(name, password)) as client:
        return client.request("PROPFIND", "/", content=PROPFIND, headers={"Depth": "0"}).status_code


def test_people_are_there_before_they_sign_in_and_the_directory_may_go(server, slapd):
    slapd.person("ada", "Ada Lovelace")
    slapd.person("grace")
    server.start()
    assert eventually(lambda: "grace" in server.run("user", "list"))
    assert "Ada Lovelace" in server.run("user", "list")
    assert status(server, "grace", "wrong") == 401
    assert status(server, "ada", "Ada Lovelace's secret") == 207
    slapd.stop()
    assert status(server, "grace", "Grace's secret") == 503
    slapd.start()
    assert status(server, "grace", "Grace's secret") == 207
    assert "Traceback" not in server.log.read_text()
