"""Rates and blocks of a server with several workers, which share what they know and obey the command line."""

import base64
import http.client
import time

import pytest

from a3dav.testing.serving import serving

BURST = 20
BLOCKED_AFTER = 4


@pytest.fixture(autouse=True)
def on_one_store(request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("limits are the same on every store")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Two workers behind a proxy that says for whom it asks."""
    settings = {
        "A3DAV_SERVER__TRUSTED_PROXIES": "127.0.0.1",
        "A3DAV_SECURITY__ALLOW_LIST": "",
        "A3DAV_SECURITY__RATES__PER_ADDRESS": "1",
        "A3DAV_SECURITY__RATES__ADDRESS_BURST": str(BURST),
        "A3DAV_SECURITY__BLOCKING__FAILED_LOGINS": str(BLOCKED_AFTER),
        "A3DAV_ASYNC_POOL__CPU_PROCESSES": "0",
    }
    with serving(tmp_path_factory.mktemp("limits"), settings) as server:
        server.start("--workers", "2")
        yield server


def ask(server, peer, method="GET", path="/health/live", body=None, **headers):
    """One request on a connection of its own, so that any worker may have it."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, path, body, headers={"X-Forwarded-For": peer, **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def guess(server, peer):
    return ask(server, peer, path="/", Authorization="Basic " + base64.b64encode(b"nobody:wrong").decode()).status


@pytest.mark.rfc("6585", "4")
def test_all_workers_together_grant_one_burst(served):
    begun = time.monotonic()
    granted = [ask(served, "192.0.2.1").status for _ in range(3 * BURST)].count(200)
    assert BURST <= granted <= BURST + 2 + (time.monotonic() - begun)


def test_guesses_at_all_workers_count_together(served):
    guesses = [guess(served, "192.0.2.2") for _ in range(BLOCKED_AFTER + 2)]
    assert guesses == [401] * BLOCKED_AFTER + [429] * 2


def test_a_block_is_seen_and_lifted_by_the_command_line(served):
    for _ in range(BLOCKED_AFTER):
        guess(served, "2001:db8:1:2::1")
    assert ask(served, "2001:db8:1:2::9").status == 429
    assert "2001:db8:1:2::/64" in served.run("block", "list")
    served.run("block", "remove", "2001:db8:1:2::1")
    assert ask(served, "2001:db8:1:2::9").status == 200


def test_the_command_line_blocks_at_once_in_every_worker(served):
    served.run("block", "add", "192.0.2.3", "--seconds", "1000")
    assert {ask(served, "192.0.2.3").status for _ in range(6)} == {429}


def test_a_blocked_upload_is_refused_without_its_body(served):
    served.run("block", "add", "192.0.2.4")
    answer = ask(served, "192.0.2.4", "PUT", "/files/x/y", headers_only(), **{"Content-Length": "1000"})
    assert (answer.status, answer.getheader("connection")) == (429, "close")


def headers_only():
    """A body that never begins."""
    return iter(())
