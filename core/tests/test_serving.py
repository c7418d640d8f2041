"""The server as the network and the service manager see it: TLS, a home network, health, draining, readiness."""

import asyncio
import plistlib
import resource
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
import trustme

from a3dav.testing.serving import managed, serving
from a3dav.testing.tools import tool
from a3dav.testing.waiting import eventually

WAIT_SECONDS = 20
NAME = "dav.example.org"


@pytest.fixture(autouse=True)
def on_one_store(request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("serving is the same on every store")


def write_certificate(authority, file):
    issued = authority.issue_cert(NAME)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(issued.private_key_and_cert_chain_pem.bytes())
    fresh.replace(file)


def handshake(port, authority, *, at_most=None):
    """The serial number of the server's certificate, and the version that was agreed."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    context.maximum_version = at_most or ssl.TLSVersion.MAXIMUM_SUPPORTED
    with (
        socket.create_connection(("127.0.0.1", port), timeout=WAIT_SECONDS) as plain,
        context.wrap_socket(plain, server_hostname=NAME) as secured,
    ):
        return secured.getpeercert()["serialNumber"], secured.version()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def secured(tmp_path_factory, authority):
    folder = tmp_path_factory.mktemp("secured")
    write_certificate(authority, folder / "server.pem")
    with serving(folder, {"A3DAV_SERVER__TLS__CERTIFICATE": str(folder / "server.pem")}) as served:
        served.start()
        yield served


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_is_spoken_from_1_2_on(secured, authority, version):
    assert handshake(secured.port, authority, at_most=version)[1] == version.name.replace("_", ".")


@pytest.mark.rfc("6764", "8")
def test_older_tls_is_refused(secured):
    asked = [
        tool("openssl"),
        "s_client",
        "-connect",
        f"127.0.0.1:{secured.port}",
        "-tls1_1",
        "-cipher",
        "ALL:@SECLEVEL=0",
    ]
    done = subprocess.run(asked, input=b"", capture_output=True, timeout=WAIT_SECONDS, check=False)
    assert done.returncode != 0
    assert b"BEGIN CERTIFICATE" not in done.stdout


def test_http_2_is_spoken_and_carries_requests_side_by_side(secured, authority):
    person, context = secured.person(), ssl.create_default_context()
    authority.configure_trust(context)
    context.check_hostname = False  # the certificate is of another name than this address
    place, auth = f"https://127.0.0.1:{secured.port}/files/{person.name}/", (person.name, person.password)

    async def ask():
        async with httpx.AsyncClient(http2=True, verify=context, auth=auth, timeout=WAIT_SECONDS) as client:
            await client.put(place + "first", content=b"x")
            puts = [client.put(f"{place}{number}", content=b"x" * 100_000) for number in range(20)]
            gets = [client.get(place + "first") for _ in range(20)]
            return await asyncio.gather(*puts, *gets)

    answers = asyncio.run(ask())
    assert [(answer.http_version, answer.status_code) for answer in answers] == (
        [("HTTP/2", 201)] * 20 + [("HTTP/2", 200)] * 20
    )


def test_a_body_of_unannounced_length_arrives_over_http_2(secured, authority):
    person, context = secured.person(), ssl.create_default_context()
    authority.configure_trust(context)
    context.check_hostname = False
    url, auth = f"https://127.0.0.1:{secured.port}/files/{person.name}/a", (person.name, person.password)
    with httpx.Client(http2=True, http1=False, verify=context, auth=auth, timeout=WAIT_SECONDS) as client:
        assert client.put(url, content=iter([b"x" * 1000] * 300)).status_code == 201
        assert len(client.get(url).content) == 300_000


def test_the_head_of_a_request_is_bounded_over_http_2(secured, authority, tmp_path):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with httpx.Client(http2=True, http1=False, verify=context, timeout=WAIT_SECONDS) as client:
        url, named = f"https://127.0.0.1:{secured.port}/health/live", {"sni_hostname": NAME}
        assert client.get(url, headers={"X-A": "a" * 30_000}, extensions=named).status_code == 200
        assert client.get(url, headers={"X-A": "a" * 100_000}, extensions=named).status_code == 431


def test_tls_1_2_may_be_refused(tmp_path, authority):
    write_certificate(authority, tmp_path / "server.pem")
    settings = {
        "A3DAV_SERVER__TLS__CERTIFICATE": str(tmp_path / "server.pem"), "A3DAV_SECURITY__TLS_MINIMUM": "1.3",
    }  # fmt: skip
    with serving(tmp_path, settings) as served:
        served.start()
        assert handshake(served.port, authority)[1] == "TLSv1.3"
        with pytest.raises(ssl.SSLError):
            handshake(served.port, authority, at_most=ssl.TLSVersion.TLSv1_2)


def test_without_http_2_a_connection_that_says_nothing_ends(tmp_path, authority):
    write_certificate(authority, tmp_path / "server.pem")
    settings = {
        "A3DAV_SERVER__TLS__CERTIFICATE": str(tmp_path / "server.pem"), "A3DAV_SERVER__HTTP2": "false",
        "A3DAV_SERVER__IDLE_TIMEOUT": "1",
    }  # fmt: skip
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with serving(tmp_path, settings) as served:
        served.start()
        with (
            socket.create_connection(("127.0.0.1", served.port), timeout=WAIT_SECONDS) as plain,
            context.wrap_socket(plain, server_hostname=NAME) as line,
        ):
            assert line.recv(1) == b""


def test_a_renewed_certificate_is_taken_up_and_a_broken_one_is_not(secured, authority):
    file = secured.folder / "server.pem"
    first, _ = handshake(secured.port, authority)
    good = file.read_bytes()
    file.write_bytes(good[:200])
    assert eventually(lambda: "cannot be used, the old one stays" in secured.log.read_text())
    assert handshake(secured.port, authority)[0] == first
    write_certificate(authority, file)
    assert eventually(lambda: handshake(secured.port, authority)[0] != first)


@pytest.mark.parametrize("content", [b"", b"no certificate", None])
def test_a_certificate_that_cannot_be_used_is_refused_at_the_start(tmp_path, content):
    if content is not None:
        (tmp_path / "server.pem").write_bytes(content)
    with serving(tmp_path, {"A3DAV_SERVER__TLS__CERTIFICATE": str(tmp_path / "server.pem")}) as served:
        with pytest.raises(AssertionError, match=r"correct \[server.tls\]"):
            served.start()
        assert "Traceback" not in served.log.read_text()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as served:
        served.start("--lan")
        yield served


def trusting(server):
    return ssl.create_default_context(cafile=str(server.data_dir / "tls" / "authority.crt"))


def test_a_home_network_is_served_by_a_certificate_made_here(home):
    for host in ("127.0.0.1", "localhost"):
        with urllib.request.urlopen(f"https://{host}:{home.port}/health/live", context=trusting(home)) as answer:
            assert answer.status == 200


def test_the_profile_installs_the_authority_and_both_accounts(home):
    place = f"https://localhost:{home.port}/lan/a3dav.mobileconfig"
    with urllib.request.urlopen(place, context=trusting(home)) as answer:
        assert answer.headers["content-type"] == "application/x-apple-aspen-config"
        payloads = {entry["PayloadType"]: entry for entry in plistlib.loads(answer.read())["PayloadContent"]}
    der = ssl.PEM_cert_to_DER_cert((home.data_dir / "tls" / "authority.crt").read_text())
    assert payloads["com.apple.security.root"]["PayloadContent"] == der
    calendars, contacts = payloads["com.apple.caldav.account"], payloads["com.apple.carddav.account"]
    assert (calendars["CalDAVHostName"], calendars["CalDAVPort"], calendars["CalDAVUseSSL"]) == (
        "localhost", home.port, True,
    )  # fmt: skip
    assert (contacts["CardDAVHostName"], contacts["CardDAVPort"]) == ("localhost", home.port)


def test_keys_are_for_their_owner_alone_and_stay_here(home):
    files = list((home.data_dir / "tls").iterdir())
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    with urllib.request.urlopen(f"https://localhost:{home.port}/lan/authority.crt", context=trusting(home)) as answer:
        assert b"PRIVATE" not in answer.read()


def test_the_authority_outlives_a_restart(tmp_path):
    with serving(tmp_path) as served:
        served.start("--lan")
        first = (served.data_dir / "tls" / "authority.crt").read_bytes()
        served.stop()
        served.start("--lan")
        assert (served.data_dir / "tls" / "authority.crt").read_bytes() == first


def test_a_server_of_the_world_has_no_profile(server):
    assert httpx.get(f"{server.url}lan/a3dav.mobileconfig").status_code == 404


@pytest.mark.parametrize("place", ["health/live", "health/ready"])
def test_health_is_told_to_anybody(server, place):
    answer = httpx.get(server.url + place)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


@pytest.mark.rfc("9110", "9.3.7")
def test_options_of_the_server_itself(server):
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(65536), b"")).lower()
    assert answer.startswith(b"http/1.1 200 ")
    assert b"\r\ndav: 1, 2, 3" in answer


def test_only_options_asks_for_the_server_itself(server):
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert line.recv(65536).startswith(b"HTTP/1.1 400 ")


def test_a_server_that_ends_is_not_ready_and_still_finishes(tmp_path):
    with serving(tmp_path) as served:
        person = served.person()
        served.start()
        more = threading.Event()

        def slowly():
            yield b"first "
            more.wait(WAIT_SECONDS)
            yield b"second"

        place, auth = f"{served.url}files/{person.name}/a", (person.name, person.password)
        statuses = []
        upload = threading.Thread(
            target=lambda: statuses.append(httpx.put(place, content=slowly(), auth=auth).status_code)
        )
        upload.start()
        time.sleep(0.5)
        served.process.terminate()
        assert eventually(lambda: httpx.get(served.url + "health/ready").status_code == 503)
        answer = httpx.get(served.url + "health/live")
        assert (answer.status_code, answer.headers["connection"]) == (200, "close")
        more.set()
        upload.join(WAIT_SECONDS)
        assert statuses == [201]
        assert served.process.wait(WAIT_SECONDS) == 0


def test_a_stop_serves_as_usual_for_the_delay(tmp_path):
    with serving(tmp_path, {"A3DAV_SERVER__DRAIN_DELAY": "2"}) as served:
        served.start()
        served.process.terminate()
        assert eventually(lambda: httpx.get(served.url + "health/ready").status_code == 503)
        assert httpx.get(served.url).status_code == 401
        assert served.process.wait(WAIT_SECONDS) == 0


def test_a_service_manager_hears_when_the_server_is_ready_and_when_it_stops(tmp_path):
    with managed(tmp_path) as (served, heard):
        served.start()
        assert b"READY=1" in heard()
        served.stop()
        assert b"STOPPING=1" in heard()


def kilobytes(pid, field):
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(field + ":"))


def family(pid):
    children = [file.read_text().split() for file in Path(f"/proc/{pid}/task").glob("*/children")]
    return [pid, *(each for listed in children for child in listed for each in family(int(child)))]


def test_an_idle_server_takes_less_than_150_megabytes(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        assert httpx.get(served.url).status_code == 401
        time.sleep(2)
        taken = sum(kilobytes(pid, "Pss") for pid in family(served.process.pid)) / 1024
    print(f"an idle server with one worker: {taken:.0f} MiB in all its processes")
    assert taken < 150


def test_a_client_that_takes_nothing_is_let_go(tmp_path):
    with serving(tmp_path, {"A3DAV_SERVER__SEND_TIMEOUT": "1"}) as served:
        person = served.person()
        served.start()
        place, auth = f"/files/{person.name}/a", (person.name, person.password)
        httpx.put(served.url[:-1] + place, content=b"x" * 30_000_000, auth=auth)
        request = httpx.Request("GET", served.url[:-1] + place)
        next(httpx.BasicAuth(*auth).auth_flow(request))
        with socket.create_connection(("127.0.0.1", served.port)) as line:
            line.sendall(
                f"GET {place} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {request.headers['authorization']}\r\n\r\n".encode()
            )
            time.sleep(4)
            taken = 0
            line.settimeout(WAIT_SECONDS)
            with suppress(ConnectionResetError):
                while piece := line.recv(1 << 20):
                    taken += len(piece)
        assert taken < 30_000_000
        assert "Traceback" not in served.log.read_text()


def started_with_files(folder, soft, hard, connections):
    """The limits of the supervisor and its log, started where a process may open so many files at most."""
    with serving(folder, {"A3DAV_ASYNC_POOL__MAX_CONNECTIONS": str(connections)}) as served:
        served.started_by = (tool("prlimit", "apt-get install util-linux"), f"--nofile={soft}:{hard}")
        served.start()
        return resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE), served.log.read_text()


def test_the_limit_of_open_files_is_raised_as_far_as_connections_need(tmp_path):
    limits, told = started_with_files(tmp_path, 256, 3000, 1000)
    assert limits[0] >= 2024
    assert "LimitNOFILE" not in told


def test_a_limit_that_is_too_low_for_the_connections_is_told_with_its_cure(tmp_path):
    limits, told = started_with_files(tmp_path, 256, 3000, 5000)
    assert limits == (3000, 3000)
    assert "async_pool.max_connections = 5000 needs 6024; raise the limit with ulimit -n 6024" in told


def test_the_unit_is_one_that_systemd_understands(tmp_path):
    program = tool("systemd-analyze", "apt-get install systemd")
    unit = (Path(__file__).parents[2] / "deploy" / "a3dav.service").read_text()
    (tmp_path / "a3dav.service").write_text(unit.replace("/opt/a3dav/bin/a3dav", sys.executable))
    done = subprocess.run(
        [program, "verify", "--recursive-errors=no", str(tmp_path / "a3dav.service")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_probes_that_succeed_do_not_fill_the_log(server):
    httpx.get(server.url + "health/ready", headers={"User-Agent": "a-probe"})
    httpx.get(server.url, headers={"User-Agent": "a-person"})
    assert eventually(lambda: "a-person" in server.log.read_text())
    assert "a-probe" not in server.log.read_text()
