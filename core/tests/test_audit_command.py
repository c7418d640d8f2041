"""`a3dav audit`: rows under the names of now, filtered, as JSON, and followed while others write."""

import json
import os
import re
import signal
import subprocess
import sys
import threading

import pytest
from click.testing import CliRunner

from a3dav.administration import erase_account, find_account, rename_account
from a3dav.cli import complete
from a3dav.identifiers import now_ms
from a3dav.storage import audit as trail_of
from a3dav.storage.audit import AuditRow, Trail, Wanted, append
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client

HOME = "/files/alice/"
DAY_MS = 86_400_000


@pytest.fixture
def environment(house, store_settings):
    return {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}


@pytest.fixture
def audit(house, environment):
    """What `a3dav audit` prints."""

    def run(*arguments, ends_with=0):
        house.audit.flush()
        done = CliRunner().invoke(complete(), ["audit", *arguments], env=environment)
        assert done.exit_code == ends_with, done.output
        return done.output

    return run


@pytest.fixture
def entries(audit):
    """The rows as JSON objects."""
    return lambda *arguments: [json.loads(line) for line in audit("--json", *arguments).splitlines()]


@pytest.fixture
def history(house, alice, bob):
    """A few acts; the requests that did them by their names."""
    made = {"login": alice.get(HOME), "put": alice.put(HOME + "a", b"1"), "denied": bob.get(HOME + "a")}
    Client(house, "alice", "wrong").get(HOME)
    return {name: answer.headers["x-request-id"] for name, answer in made.items()}


def insert(house, *made):
    def work(tx):
        for row in made:
            append(tx.store.engine, row)

    house.transact(Actor(), work)


def test_a_row_says_when_who_what_how_and_by_which_request(audit, history):
    pattern = (
        rf"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z alice +put +ok +password +{history['put']} +/files/alice/a$"
    )
    assert re.search(pattern, audit(), re.MULTILINE)


def test_a_failed_login_says_whose_account_was_tried(audit, history):
    assert re.search(r"^\S+ - +login +failed +- +\w{32} +/principals/users/alice/$", audit(), re.MULTILINE)


def test_a_refusal_says_who_wanted_what(audit, history):
    assert re.search(rf"^\S+ bob +access +denied +password +{history['denied']} +{HOME}a$", audit(), re.MULTILINE)


def test_the_latest_rows_are_shown_the_oldest_of_them_first(entries, history):
    times = [entry["position"] for entry in entries("--limit", "3")]
    everything = [entry["position"] for entry in entries("--limit", "0")]
    assert times == everything[-3:]
    assert everything == sorted(everything)


def test_json_has_the_identifiers_beside_the_names(house, entries, history):
    (entry,) = entries("--request", history["put"])
    alice, file = find_account(house, "alice"), house.resolve(("files", "alice", "a"))
    entry.pop("position")
    assert abs(now_ms() - _milliseconds(entry.pop("time"))) < 60_000
    assert entry == {
        "account": "alice", "account_id": alice.id.hex(), "on_behalf_of": "", "credential_id": "", "os_user": None,
        "method": "password", "action": "put", "outcome": "ok", "about": HOME + "a",
        "collection_id": file.parent_id.hex(), "resource_id": file.id.hex(), "request_id": history["put"], "times": 1,
    }  # fmt: skip


def _milliseconds(text):
    from datetime import datetime

    return datetime.fromisoformat(text).timestamp() * 1000


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--action", "put"], [("alice", "put")]),
        (["--action", "put", "--action", "access"], [("alice", "put"), ("bob", "access")]),
        (["--outcome", "failed", "--outcome", "denied"], [("bob", "access"), ("", "login")]),
        (["--account", "bob"], [("bob", "login"), ("bob", "access")]),
        (["--account", "alice"], [("alice", "login"), ("alice", "put"), ("", "login")]),
        (["--account", "alice", "--action", "login", "--outcome", "ok"], [("alice", "login")]),
        (["--request", "0" * 32], []),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_filters_select_rows(entries, history, filters, found):
    chosen = entries("--since", "1h", *filters)
    assert sorted((entry["account"], entry["action"]) for entry in chosen if entry["request_id"]) == sorted(found)


def test_times_select_rows(house, entries):
    now = now_ms()
    insert(house, *(AuditRow(now - days * DAY_MS, f"days-{days}") for days in (10, 5, 1)))
    named = [entry["action"] for entry in entries("--since", "6d", "--until", "2d")]
    assert named == ["days-5"]
    assert "days-10" in [entry["action"] for entry in entries("--since", "2020-01-01", "--until", "1w")]
    assert [entry["action"] for entry in entries("--until", "2020-01-01T12:00+02:00")] == []


@pytest.mark.parametrize("time", ["yesterday", "2026-13-01", "999999w", "5", ""])
def test_a_time_that_is_none_is_refused_with_its_form(audit, time):
    assert "write 2026-07-01, 2026-07-01T12:00 (UTC), 90m, 2h or 3d" in audit("--since", time, ends_with=2)


def test_an_unknown_account_is_refused_in_a_sentence(house, environment):
    done = CliRunner().invoke(complete(), ["audit", "--account", "nobody"], env=environment)
    assert str(done.exception).startswith("there is no account 'nobody'; name one of: a3dav user list")


def test_a_renamed_account_and_a_moved_file_show_as_they_are_now(house, alice, entries, history):
    alice.request("MOVE", HOME + "a", destination=HOME + "b")
    rename_account(house, Actor(), "alice", "ada")
    (entry,) = entries("--request", history["put"])
    assert (entry["account"], entry["about"]) == ("ada", "/files/ada/b")


def test_what_is_gone_shows_its_identifier_below_the_collection_it_was_in(house, alice, entries, history):
    gone = house.resolve(("files", "alice", "a")).id.hex()
    alice.delete(HOME + "a")
    (entry,) = entries("--request", history["put"])
    assert entry["about"] == f"{HOME} {gone}"


def test_an_erased_account_is_found_by_its_identifier(house, entries, history):
    account = find_account(house, "alice")
    erase_account(house, Actor(), account)
    found = entries("--account", account.id.hex(), "--action", "put")
    assert [(entry["account"], entry["account_id"]) for entry in found] == [(account.id.hex(),) * 2]


def test_rows_that_stand_for_many_say_so(house, audit):
    insert(house, AuditRow(now_ms(), "login", "failed", times=17))
    assert "(17 times)" in audit()


def test_a_command_shows_who_ran_it_on_the_system(house, audit):
    insert(house, AuditRow(now_ms(), "reindexed", method="command-line", os_user=4_000_000))
    assert "uid 4000000" in audit()


def test_pages_neither_overlap_nor_skip_rows_of_one_moment(house, monkeypatch):
    monkeypatch.setattr(trail_of, "PAGE", 7)
    insert(house, *(AuditRow(1_000 + number // 20, "step", request_id=str(number)) for number in range(100)))
    pages = list(Trail(house.store.engine, Wanted(actions=["step"])).newest(50))
    assert [row.request_id for page in pages for row in page] == [str(number) for number in range(50, 100)]
    assert max(map(len, pages)) == 7


# -- following -------------------------------------------------------------------------------------


@pytest.fixture
def several_writers(house):
    if not house.store.engine.reads_wait:
        pytest.skip("SQLite has one writer: numbers come in the order of commits")


def test_a_row_whose_number_was_taken_earlier_and_committed_later_is_followed(house, several_writers):
    engine, taken, go = house.store.engine, threading.Event(), threading.Event()

    def late():
        append(engine, AuditRow(now_ms(), "late"))
        taken.set()
        go.wait(30)

    trail = Trail(engine, Wanted())
    list(trail.newest(0))
    running = engine.submit(late)
    taken.wait(30)
    insert(house, AuditRow(now_ms(), "early"))
    assert [row.action for row in trail.fresh()] == ["early"]
    go.set()
    running.result()
    assert [row.action for row in trail.fresh()] == ["late"]
    assert trail.fresh() == []


def follow(environment, *arguments, **options):
    command = [sys.executable, "-P", "-m", "a3dav", "audit", "--follow", "--json", *arguments]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - tests may run in the background
        **options,
    )


@pytest.fixture
def following(house, environment):
    """A process that follows; it has shown all that there was."""
    insert(house, AuditRow(now_ms(), "begin"))
    process = follow(environment, "--action", "put", "--action", "begin")
    assert json.loads(process.stdout.readline())["action"] == "begin"
    yield process
    process.kill()
    process.communicate()


def test_new_rows_of_other_processes_come_as_they_are_made(alice, following):
    made = [alice.put(HOME + name, b"1").headers["x-request-id"] for name in "abc"]
    shown = [json.loads(following.stdout.readline()) for _ in made]
    assert [(entry["action"], entry["request_id"]) for entry in shown] == [("put", request) for request in made]


def test_an_interrupt_ends_it_without_a_word(following):
    following.send_signal(signal.SIGINT)
    said = following.communicate(timeout=30)[1]
    assert (following.returncode, said) == (0, "")


def test_it_ends_when_nobody_reads_any_more(following):
    following.stdout.close()
    following.stdout = None
    assert following.wait(30) == 0
    assert following.stderr.read() == ""
