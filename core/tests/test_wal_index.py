"""What SQLite's WAL index tells without a query: whether anybody has committed anything."""

import subprocess
import sys

import apsw
import pytest

from a3dav.storage.sqlite import SqliteEngine

WRITE = "UPDATE t SET a = a + 1"
ELSEWHERE = "import apsw, sys; list(map(apsw.Connection(sys.argv[1]).execute, sys.argv[2:]))"


@pytest.fixture
def engine(tmp_path, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("only SQLite has a WAL index")
    made = SqliteEngine(tmp_path / "a.sqlite")
    made.ddl("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)")
    made.ddl("CREATE TABLE t (a INTEGER)")
    made.content.declare(["t"])
    made.execute("INSERT INTO t VALUES (1)")
    yield made
    made.close()


def write_here(engine):
    engine.submit(lambda: engine.execute(WRITE)).result()


def write_beside(engine):
    apsw.Connection(str(engine.path)).execute(WRITE)


def write_elsewhere(engine, *statements):
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(engine.path), *(statements or [WRITE])], check=True)


@pytest.mark.parametrize("write", [write_here, write_beside, write_elsewhere])
def test_every_commit_changes_it(engine, write):
    before = engine.state()
    write(engine)
    assert len(before) == 96
    assert engine.state() != before


def test_reading_leaves_it(engine):
    before = engine.state()
    engine.rows("SELECT a FROM t")
    write_elsewhere(engine, "SELECT a FROM t")
    assert engine.state() == before


def test_it_changes_behind_a_checkpoint_too(engine):
    seen = [engine.state()]
    write_elsewhere(engine, WRITE, "PRAGMA wal_checkpoint(TRUNCATE)")
    seen.append(engine.state())
    write_here(engine)
    seen.append(engine.state())
    assert len(set(seen)) == 3


def test_where_it_cannot_be_seen_it_is_empty(engine, monkeypatch):
    monkeypatch.setattr("a3dav.storage.wal_index._DESCRIPTORS", engine.path / "nothing")
    assert engine.state() == b""


def test_one_that_closes_leaves_the_locks_of_another(engine):
    other = SqliteEngine(engine.path)
    assert other.state() == engine.state()
    other.close()
    write_elsewhere(engine)  # would begin the index anew if nobody had it locked, and under the feet of this process
    before = engine.state()
    write_elsewhere(engine)
    assert (engine.state() != before, engine.row("SELECT a FROM t")) == (True, (3,))
