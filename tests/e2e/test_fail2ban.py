"""Debian's fail2ban reads what a running server wrote about failed logins, and bans nobody whom it did not name."""

import base64
import http.client
import shutil
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.serving import serving

DEPLOY = Path(__file__).parents[2] / "deploy" / "fail2ban"
FILTER = DEPLOY / "filter.d" / "a3dav.conf"
ATTACKERS = ["192.0.2.7", "2001:db8::7"]
INNOCENT = "198.51.100.1"
FORGED = [
    f'x" peer={INNOCENT} account="y',
    f"x warning failed login peer={INNOCENT} account=",
    f'x", "client.ip": "{INNOCENT}", "user.name": "y',
    f'\u2028{{"@timestamp": "2026-01-01T00:00:00.000+00:00", "client.ip": "{INNOCENT}"',
    "x" * 2000,
    "Grüße",
]


def ask(port, peer, name, password, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    proof = base64.b64encode(f"{name}:{password}".encode()).decode()
    sent = {"Depth": "0", "Authorization": f"Basic {proof}", "X-Forwarded-For": peer, **headers}
    connection.request("PROPFIND", f"/files/person1/%22%20peer={INNOCENT}?x", headers=sent)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.fixture(scope="module", params=["text", "json"])
def written(request, tmp_path_factory):
    """The log of a server behind a proxy: good logins, bad ones of two clients, and clients that forge lines."""
    log = tmp_path_factory.mktemp("fail2ban") / "a3dav.log"
    settings = {
        "A3DAV_LOGGING__FORMAT": request.param,
        "A3DAV_LOGGING__FILE": str(log),
        "A3DAV_SERVER__TRUSTED_PROXIES": "127.0.0.1",
        "A3DAV_ASYNC_POOL__CPU_PROCESSES": "0",
    }
    with serving(log.parent, settings) as server:
        server.start()
        person = server.person()
        for attacker in ATTACKERS:
            ask(server.port, attacker, person.name, "wrong")
        for name in FORGED:
            ask(server.port, ATTACKERS[0], name, "wrong", **{"User-Agent": f"x\t peer={INNOCENT} account="})
        good = [ask(server.port, INNOCENT, person.name, person.password) for _ in range(2)]
        assert good == [404, 404]
        ask(server.port, f'{INNOCENT}" account="', "nobody", "x")
        ask(server.port, INNOCENT, person.name, "", Authorization="")
    return log


@pytest.fixture
def banned(require_tool):
    """The addresses that fail2ban finds in a log, one for each line."""
    program = require_tool("fail2ban-regex", "apt-get install fail2ban")

    def run(log):
        done = subprocess.run(
            [program, "--out", "ip", str(log), str(FILTER)], capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.split()

    return run


def test_each_failed_login_counts_once_against_the_client_that_tried(banned, written):
    found = banned(written)
    assert found.count("192.0.2.7") == 1 + len(FORGED)
    assert found.count("2001:db8::7") == 1
    assert found.count("127.0.0.1") == 1
    assert len(found) == 3 + len(FORGED)


def test_lines_that_the_journal_hands_on_count_as_well(banned, written, tmp_path):
    journal = tmp_path / "journal"
    journal.write_text("".join(f"host a3dav[12]: {line}\n" for line in written.read_text().splitlines()))
    assert sorted(banned(journal)) == sorted(banned(written))


def test_fail2ban_understands_the_jail(require_tool, tmp_path):
    program = require_tool("fail2ban-client", "apt-get install fail2ban")
    folder = shutil.copytree("/etc/fail2ban", tmp_path / "fail2ban", ignore=shutil.ignore_patterns("defaults-*.conf"))
    for name in ("filter.d", "jail.d"):
        shutil.copy(DEPLOY / name / "a3dav.conf", folder / name)
    done = subprocess.run([program, "-c", folder, "-d"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "['add', 'a3dav', 'systemd']" in done.stdout
    assert "['start', 'a3dav']" in done.stdout
