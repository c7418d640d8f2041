"""The benchmark itself, with little data: what it tells about speed is not looked at."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .page import KEPT, PAGE, kept, rendered
from .pictures import pictures

HERE = Path(__file__).parent
SCENARIOS = {
    "get", "not-modified", "propfind-0", "propfind-1", "propfind-1-changed", "multiget", "month", "cards", "sync-first",
    "sync", "free-busy", "mixed", "put-change", "put-new",
}  # fmt: skip


QUICK = "--seconds 0.2 --rounds 1 --objects 60 --clients 2"
PARTS = {
    "--growth --sizes 20": {"scenarios", "versions", "objects", "pace"},
    "--connections --idle 50": {"idle", "refused", "dropped", "silent", "p99", "memory", "errors"},
    "--stalled --stalling 2": {"p99_alone", "p99", "reports", "errors"},
    "--soak 0.0005": {"hours", "samples"},
}


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
        (name, server): (one["wrong"], one["refused"], one["broken"])
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


@pytest.mark.parametrize("options", PARTS)
def test_every_part_tells_what_it_found(options, tmp_path, require_tool):
    require_tool("wrk")
    found = measured(options, tmp_path / "found.json")
    assert found.keys() >= PARTS[options] | {"machine"}
    assert found.get("errors", 0) == 0


def test_the_page_has_what_is_kept():
    assert rendered(PAGE.read_text()) == PAGE.read_text()
    assert dict(pictures(kept())) == {file.name: file.read_text() for file in KEPT.glob("*.svg")}


def test_listings_hold_what_was_stored(run):
    listed = {name: run["scenarios"][name]["a3dav"]["responses"] for name in ("propfind-1", "sync-first", "multiget")}
    assert listed == {"propfind-1": 61, "sync-first": 60, "multiget": 50}
