"""One scenario, from the server itself and through nginx, Caddy and Traefik with TLS, a prefix and compression."""

import ssl
from contextlib import suppress
from uuid import uuid4

import httpx
import pytest
import trustme

from a3dav.testing.serving import Person, serving
from a3dav.testing.waiting import eventually

from .proxies import PROXIES, free_port, running
from .scenario import Walk
from .test_vdirsyncer import devices, kind, test_two_devices_stay_alike, write

WAIT_SECONDS = 10
__all__ = ["devices", "kind", "test_two_devices_stay_alike", "write"]


@pytest.fixture(scope="module")
def upstream(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("upstream"), {"A3DAV_SERVER__TRUSTED_PROXIES": "127.0.0.1"}) as served:
        served.start()
        yield served


@pytest.fixture(scope="module")
def person(upstream):
    return upstream.person()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Files of a certificate for localhost and of its authority."""
    folder = tmp_path_factory.mktemp("certificate")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    (folder / "server.pem").write_bytes(authority.issue_cert("localhost").private_key_and_cert_chain_pem.bytes())
    return folder


@pytest.fixture(scope="module")
def trust(certificate):
    return ssl.create_default_context(cafile=str(certificate / "authority.pem"))


@pytest.fixture(scope="module", params=["itself", *PROXIES])
def entrance(request, upstream, certificate, trust, tmp_path_factory, require_tool, require_script):
    """The address of a way in."""
    if request.param == "itself":
        yield upstream.url
        return
    folder, port = tmp_path_factory.mktemp(request.param), free_port()
    require = require_tool if request.param == "nginx" else require_script
    command = PROXIES[request.param](folder, upstream.port, port, certificate / "server.pem", require)
    url = f"https://localhost:{port}/dav/"

    def answers():
        with suppress(httpx.TransportError):
            return httpx.get(url, verify=trust).status_code == 401

    with running(command, folder, answers):
        yield url


@pytest.fixture
def account(entrance, upstream, certificate, monkeypatch):
    """What the tests of other clients get, which are run through each way in as they are."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "authority.pem"))
    person = upstream.person()
    return Person(person.name, person.password, entrance)


@pytest.fixture
def client(person, trust):
    headers = {"Accept-Encoding": "gzip"}
    with httpx.Client(
        auth=(person.name, person.password), verify=trust, http2=True, headers=headers, timeout=30
    ) as opened:
        yield opened


def test_everything_a_client_does(entrance, client):
    walk = Walk(client, entrance)  # which asserts each answer
    home = walk.find_homes()
    assert home.keys() == {"principal", "calendars", "contacts"}
    walk.calendar(home["calendars"])
    walk.contacts(home["contacts"])
    walk.files(home["principal"])


def test_a_body_that_is_not_wanted_is_refused_on_its_head(entrance, client):
    answer = client.put(f"{entrance}files/nobody-of-this-name/x", content=b"x" * 1000)
    assert answer.status_code == 403


def test_the_log_names_the_client_and_the_proxy_is_believed(entrance, client, upstream):
    mark = uuid4()
    client.get(f"{entrance}files/", headers={"User-Agent": f"who-am-i {mark}", "X-Forwarded-For": "203.0.113.77"})
    line = last_line_of(upstream.log, f'agent="who-am-i {mark}"')
    trusted_itself = entrance == upstream.url
    assert (" peer=203.0.113.77 " in line) == trusted_itself


def last_line_of(log, words):
    """Lines of requests are written together, some milliseconds later."""
    return eventually(lambda: [line for line in log.read_text().splitlines() if words in line], log.read_text)[-1]
