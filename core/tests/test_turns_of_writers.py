"""Two processes that write one SQLite: who waits for the lock has it next, whoever comes back at once."""

import threading
import time

import pytest

from a3dav.storage.sqlite import SqliteEngine


@pytest.fixture
def engines(tmp_path, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("only SQLite has one writer")
    both = [SqliteEngine(tmp_path / "a.sqlite") for _ in range(2)]
    yield both
    for engine in both:
        engine.close()


def test_who_has_just_written_lets_one_that_waits_go_first(engines):
    first, other = engines
    order = []

    def wait_and_write():
        with other.migrating():
            order.append("other")

    waiting = threading.Thread(target=wait_and_write)
    with first.migrating():
        waiting.start()
        time.sleep(0.3)
    with first.migrating():
        order.append("first again")
    waiting.join()
    assert order == ["other", "first again"]
