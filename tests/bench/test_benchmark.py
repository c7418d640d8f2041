"""The benchmark itself, with little data: what it tells about speed is not looked at."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from .contender import Contender
from .crowding import Crowd, crowd, opened
from .data import make
from .page import KEPT, PAGE, kept, rendered
from .pictures import pictures
from .rounds import UNTOLD, Pace
from .site import Site
from .soak import soak
from .starving import starve

HERE = Path(__file__).parent
SCENARIOS = {
    "get", "not-modified", "propfind-0", "propfind-1", "propfind-1-changed", "multiget", "month", "cards", "sync-first",
    "sync", "free-busy", "mixed", "put-change", "put-new",
}  # fmt: skip


QUICK = "--seconds 0.2 --rounds 1 --objects 60 --clients 2"


def measured(options, file):
    done = subprocess.run(
        [sys.executable, "-P", HERE, *QUICK.split(), *options.split(), "--json", file],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(file.read_text())


@pytest.fixture(scope="module")
def run(tmp_path_factory, require_tool):
    """A run of this server and the floor, as it was written to a file."""
    require_tool("wrk")
    return measured("--servers a3dav,floor", tmp_path_factory.mktemp("bench") / "results.json")


def test_every_scenario_is_answered_right_by_every_server(run):
    found = {
        (name, server): (one["wrong"].replace(UNTOLD, ""), one["refused"], one["broken"])
        for name, by_server in run["scenarios"].items()
        for server, one in by_server.items()
    }
    assert found == {(name, server): ("", 0, 0) for name in SCENARIOS for server in ("a3dav", "floor")}


def test_every_figure_is_told(run):
    figures = ("rate", "p50", "p99", "memory")
    untold = [
        (name, server, figure)
        for name, by_server in run["scenarios"].items()
        for server, one in by_server.items()
        for figure in figures
        if one[figure] <= 0
    ]
    assert untold == []


def test_growth_is_told_by_size(tmp_path, require_tool):
    require_tool("wrk")
    found = measured("--growth --sizes 20", tmp_path / "found.json")
    assert {name: list(by_size) for name, by_size in found["scenarios"].items()} == {
        name: ["20"] for name in ("get", "put-change", "sync", "month", "propfind-1")
    }


@pytest.fixture
def contender(server, served_person, require_tool):
    """A server that is measured, with some data of one person."""
    require_tool("wrk")
    name = served_person.name
    site = Site(
        server.url, f"/calendars/{name}/calendar/", f"/addressbooks/{name}/addressbook/", make(30, 10, date(2026, 3, 1)),
        (name, served_person.password),
    )  # fmt: skip
    site.fill()
    yield Contender("a3dav", "", site, [server.process.pid])
    site.close()


def test_idle_connections_are_held_beside_busy_ones(contender):
    found = crowd(contender, 300, 4, 0.3, print)
    assert (found.refused, found.dropped, found.silent, found.errors) == (0, 0, 0, 0)
    assert found.p99.keys() == {"get", "propfind-0"}


def test_connections_that_no_server_takes_are_refused():
    found = Crowd(3, 2, 0)
    with opened("127.0.0.1", 1, 3, found) as lines:
        assert lines == []
    assert found.refused == 3


def test_quick_reads_are_answered_beside_stalled_clients_and_dear_reports(contender):
    found = starve(contender, 2, 1, Pace(0.3, 1, 2), print)
    assert (found.errors, found.reports_refused) == (0, 0)
    assert found.reports > 0
    assert found.times > 0


def test_a_soak_takes_samples_until_its_time_is_over(contender):
    found = soak(contender, 0.0005, 2, print)
    assert found.errors == 0
    assert found.samples[-1].hours >= 0.0005


def test_the_page_has_what_is_kept():
    assert rendered(PAGE.read_text()) == PAGE.read_text()
    assert dict(pictures(kept())) == {file.name: file.read_text() for file in KEPT.glob("*.svg")}


def test_listings_hold_what_was_stored(run):
    listed = {name: run["scenarios"][name]["a3dav"]["responses"] for name in ("propfind-1", "sync-first", "multiget")}
    assert listed == {"propfind-1": 61, "sync-first": 60, "multiget": 50}
