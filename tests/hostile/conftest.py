"""A served house that is attacked, and the table of what it answered."""

import textwrap

import pytest

from a3dav.testing.raw import ask
from a3dav.testing.serving import serving
from a3dav.testing.tricks import Attack, shared_out

PATIENCE = 10
MOST_GROWN, MOST_KEPT = 150, 300
"""MiB that one trick may take, and that all of them together may leave behind in free lists."""
MALLORY = "mallory:a secret"
HASTY = {
    "A3DAV_SERVER__IDLE_TIMEOUT": "1",
    "A3DAV_SERVER__BODY_TIMEOUT": "1",
    "A3DAV_LIMITS__LOCK_SECONDS": "600",
}
_COLUMNS = ("attacks", "trick", "answer", "ms", "MiB", "why")
_lines = pytest.StashKey[list]()


@pytest.fixture(scope="session")
def attacked(tmp_path_factory, pytestconfig):
    """A server with little patience and the account of mallory; its log must hold no traceback."""
    with serving(tmp_path_factory.mktemp("hostile"), HASTY) as server:
        name, _, password = MALLORY.partition(":")
        server.run("user", "add", name, "--password-stdin", text=password + "\n")
        server.start()
        yield server
        assert server.ended() is None, server.log.read_text()
        assert "Traceback" not in server.log.read_text(), server.log.read_text()


@pytest.fixture(scope="session")
def attack(attacked):
    attack = Attack(attacked, PATIENCE)
    for name in ("alive.txt", "smuggled.txt"):
        assert attack.say(ask("PUT", f"/files/mallory/{name}", user=MALLORY, body="alive")).status == 201
    large = "BEGIN:VCALENDAR\r\nX-A:" + "x" * 100_000  # wakes the process that judges large bodies
    assert attack.say(ask("PUT", "/calendars/mallory/calendar/large.ics", user=MALLORY, body=large)).status == 403
    before = shared_out(attacked.process.pid)
    yield attack
    grown = shared_out(attacked.process.pid) - before
    assert grown < MOST_KEPT, f"the server has {grown:.0f} MiB more than before"


@pytest.fixture
def play(attack, pytestconfig):
    """Plays one trick, notes it for the table, and makes sure that the server is well afterwards; gives its outcome."""

    def play(trick):
        outcome = attack.play(trick)
        pytestconfig.stash.setdefault(_lines, []).append(outcome.line)
        well = attack.say(ask("GET", "/files/mallory/alive.txt", user=MALLORY))
        assert (well.status, well.answers[0].body) == (200, b"alive")
        assert outcome.grown < MOST_GROWN
        return outcome

    return play


def pytest_terminal_summary(terminalreporter, config):
    lines = config.stash.get(_lines, [])
    if not lines:
        return
    terminalreporter.section(f"{len(lines)} hostile requests")
    widths = [max(len(line[column]) for line in [_COLUMNS, *lines]) for column in range(5)]
    for line in [_COLUMNS, *lines]:
        cells = [line[0].ljust(widths[0]), line[1].ljust(widths[1]), line[2].ljust(widths[2])]
        cells += [line[3].rjust(widths[3]), line[4].rjust(widths[4]), textwrap.shorten(line[5], 100)]
        terminalreporter.write_line("  ".join(cells))
