"""Lines of the log: whatever a client sends, one line stays one line, bounded, and holds no data of an exception."""

import json
import logging
import os
import subprocess
import sys
import threading

import apsw
import pytest

from a3dav.config.model import LoggingSettings
from a3dav.errors import ConfigError, Conflict, StoreError
from a3dav.logs import access
from a3dav.logs.formats import JsonFormatter, TextFormatter, request_id
from a3dav.logs.setup import Gathering, gather_lines, set_up_logging
from a3dav.logs.traces import trace

SECRET = "BEGIN:VEVENT secret lunch"
EVIL = [
    'x"\n2026-01-01 warning forged',
    "\x1b[31mred\x1b[0m",
    "\u202eevil",
    "\r\n\r\n",
    "\x00\x7f\x9b",
    "a\u2028b",
    "\udc80",
]


def record(message="request", fields=None, error=None):
    found = logging.LogRecord("a3dav.access", logging.INFO, "x.py", 1, message, (), None)
    found.created = 1_770_000_000.25
    found.fields = fields or {}
    if error is not None:
        found.exc_info = (type(error), error, error.__traceback__)
    return found


def raised(error, cause=None):
    try:
        raise error from cause
    except BaseException as caught:
        return caught


def test_a_line_for_people_has_time_level_words_and_short_names():
    fields = {
        "client.ip": "192.0.2.1", "user.name": "alice", "http.request.method": "PUT", "url.path": "/files/a%20b",
        "http.response.status_code": 201, "event.duration": 12_345_678, "user_agent.original": "x/1 (y)",
        "http.request.id": "abc", "event.action": "request",
    }  # fmt: skip
    assert TextFormatter().format(record(fields=fields)) == (
        '2026-02-02T02:40:00.250+00:00 info    request peer=192.0.2.1 account="alice" method="PUT"'
        ' path="/files/a%20b" status=201 ms=12.3 agent="x/1 (y)" request=abc'
    )


def test_a_line_is_made_once_for_all_handlers(monkeypatch):
    formatter, made = TextFormatter(), []
    monkeypatch.setattr(formatter, "line", lambda found: made.append(found) or "line")
    one, other = record(), record()
    assert [formatter.format(found) for found in (one, one, other, one)] == ["line"] * 4
    assert made == [one, other]


def test_each_formatter_makes_a_line_of_its_own():
    one = record()
    assert TextFormatter().format(one) != JsonFormatter().format(one)


def test_a_json_line_has_the_names_of_the_elastic_common_schema():
    line = JsonFormatter().format(
        record(fields={"client.ip": "192.0.2.1", "event.duration": 5, "event.action": "request"})
    )
    assert json.loads(line) == {
        "@timestamp": "2026-02-02T02:40:00.250+00:00", "log.level": "info", "message": "request",
        "ecs.version": "8.11.0", "service.name": "a3dav", "log.logger": "a3dav.access", "client.ip": "192.0.2.1",
        "event.duration": 5, "event.action": "request",
    }  # fmt: skip


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()], ids=["text", "json"])
@pytest.mark.parametrize("evil", EVIL, ids=ascii)
def test_what_a_client_sends_stays_on_its_line(formatter, evil):
    fields = {"client.ip": evil, "user.name": evil, "url.path": evil, "user_agent.original": evil}
    line = formatter.format(record(f"says {evil}", fields))
    assert line.isprintable()


def test_a_value_cannot_end_its_quotes():
    line = TextFormatter().format(record(fields={"user.name": 'x" peer=198.51.100.1 \\'}))
    assert line.endswith(r'request account="x\" peer=198.51.100.1 \\"')


def test_letters_of_all_languages_stay_readable_for_people():
    assert TextFormatter().format(record(fields={"user.name": "Grüße 世界"})).endswith('account="Grüße 世界"')


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()], ids=["text", "json"])
def test_a_line_is_bounded(formatter):
    fields = dict.fromkeys(["client.ip", "user.name", "url.path", "user_agent.original"], "x" * 100_000)
    assert len(formatter.format(record("y" * 100_000, fields))) < 5_000


def test_a_line_carries_the_request_that_is_being_answered():
    token = request_id.set("0123")
    try:
        assert TextFormatter().format(record("words")).endswith(" words request=0123")
    finally:
        request_id.reset(token)


# -- tracebacks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRET),
        KeyError(SECRET),
        Conflict(SECRET),
        UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_traceback_tells_type_and_place_and_no_data(error):
    lines = "\n".join(trace(raised(error)))
    assert "secret lunch" not in lines
    assert type(error).__name__ in lines
    assert "test_logs.py" in lines
    assert "raise error from cause" in lines


def test_causes_and_contexts_tell_no_data_either():
    def stumble():
        try:
            raise ValueError(SECRET)
        except ValueError:
            raise RuntimeError(SECRET) from raised(LookupError(SECRET), OSError(SECRET))

    with pytest.raises(RuntimeError) as caught:
        stumble()
    caught.value.add_note(SECRET)
    lines = trace(caught.value)
    assert "secret lunch" not in "\n".join(lines)
    kinds = [line.partition(":")[0] for line in lines if line.endswith("not shown)")]
    assert kinds == ["OSError", "LookupError", "RuntimeError"]


def test_an_error_of_a_cpu_process_tells_its_place_there():
    class _RemoteTraceback(Exception):
        pass

    text = f'\n"""\nTraceback (most recent call last):\n  File "/x/report.py", line 7, in answer\n    raise ValueError\nValueError: {SECRET}\n"""'
    lines = "\n".join(trace(raised(ValueError(SECRET), _RemoteTraceback(text))))
    assert '  File "/x/report.py", line 7, in answer' in lines
    assert "secret lunch" not in lines


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StoreError("the disk is broken"), "a3dav.errors.StoreError: the disk is broken"),
        (FileNotFoundError(2, SECRET, SECRET), "FileNotFoundError: No such file or directory"),
        (apsw.BusyError("database is locked"), "apsw.BusyError: database is locked"),
    ],
    ids=["ours", "system", "sqlite"],
)
def test_messages_that_hold_no_data_are_shown(error, said):
    assert trace(raised(error))[-1] == said


def test_errors_that_lead_to_themselves_end():
    first, second = ValueError(), ValueError()
    first.__context__, second.__context__ = second, first
    assert len(trace(first)) < 10


def test_a_deep_recursion_is_cut():
    def dive():
        return dive()

    with pytest.raises(RecursionError) as caught:
        dive()
    assert len(trace(caught.value)) < 400


def test_no_line_of_a_traceback_looks_like_one_of_its_own():
    text = TextFormatter().format(record(error=raised(ValueError("x\n2026-02-02 warning failed login peer=192.0.2.1"))))
    assert all(line.startswith("    ") for line in text.splitlines()[1:])


def test_a_json_line_has_the_traceback_in_it():
    entry = json.loads(JsonFormatter().format(record(error=raised(ValueError(SECRET)))))
    assert entry["error.type"] == "ValueError"
    assert "test_logs.py" in entry["error.stack_trace"]


# -- where it goes ---------------------------------------------------------------------------------

LOUD = """
import asyncio, logging, sys, threading, warnings
from a3dav.config.model import LoggingSettings
from a3dav.logs.setup import Gathering, gather_lines, set_up_logging
set_up_logging(LoggingSettings(format=sys.argv[1], level="debug"))
SECRET = "".join(["BEGIN:VEVENT ", "secret ", "lunch"])
logging.getLogger("asyncio").error("a task failed", exc_info=ValueError(SECRET))
threading.Thread(target=lambda: int(SECRET)).start()
class Odd:
    def __del__(self): raise ValueError(SECRET)
Odd()
class Bad:
    def __str__(self): raise ValueError(SECRET)
logging.getLogger("a3dav").info("%s", Bad())
warnings.warn("old", DeprecationWarning)
raise ValueError(SECRET)
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_nothing_caught_goes_through_the_log_too(form):
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOUD, form], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "secret lunch" not in done.stderr
    for words in (
        "%s (with values that do not fit)",
        "a task failed",
        "a thread ended",
        "could not be raised",
        "the process ends",
    ):
        assert words in done.stderr


def test_every_line_is_json_where_that_is_wanted():
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOUD, "json"], capture_output=True, text=True, timeout=60, check=False
    )
    assert {json.loads(line)["service.name"] for line in done.stderr.splitlines()} == {"a3dav"}


@pytest.fixture
def logger():
    return logging.getLogger("a3dav")


def test_a_file_gets_the_lines_and_is_opened_anew_when_it_was_renamed(logger, tmp_path):
    file = tmp_path / "log"
    set_up_logging(LoggingSettings(file=str(file)))
    logger.info("first")
    os.rename(file, tmp_path / "log.1")
    logger.info("second")
    assert "first" in (tmp_path / "log.1").read_text()
    assert "second" in file.read_text()
    assert "first" not in file.read_text()


def test_lines_of_the_loop_are_written_together_and_warnings_at_once(logger, tmp_path):
    file, waiting = tmp_path / "log", []
    set_up_logging(LoggingSettings(file=str(file)))
    log = logging.getLogger("a3dav")
    gather_lines(Gathering(lambda seconds, write: waiting.append(write)))
    log.info("first")
    log.info("second")
    assert (file.read_text(), len(waiting)) == ("", 2)  # a file and standard error
    log.warning("third")
    assert [line.split()[-1] for line in file.read_text().splitlines()] == ["first", "second", "third"]
    log.info("fourth")
    gather_lines(None)
    log.info("fifth")
    assert [line.split()[-1] for line in file.read_text().splitlines()][3:] == ["fourth", "fifth"]


def test_lines_of_other_threads_do_not_wait_for_the_loop(logger, tmp_path):
    file = tmp_path / "log"
    set_up_logging(LoggingSettings(file=str(file)))
    gather_lines(Gathering(lambda seconds, write: None))
    thread = threading.Thread(target=lambda: logging.getLogger("a3dav").info("aside"))
    thread.start()
    thread.join()
    assert file.read_text().endswith(" aside\n")


def test_a_file_that_cannot_be_written_is_refused_in_a_sentence(logger, tmp_path):
    with pytest.raises(ConfigError, match=r"the log file .* cannot be written: Is a directory; correct logging\.file"):
        set_up_logging(LoggingSettings(file=str(tmp_path)))


@pytest.mark.parametrize("path", ["/files/a", "/files/" + 600 * "a", "/files/\x1b"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_line_of_a_request_is_that_of_a_record(logger, tmp_path, form, path, monkeypatch):
    """Which is not made where nobody but us would see it."""
    file = tmp_path / "log"
    set_up_logging(LoggingSettings(file=str(file), format=form))
    often = (("client.ip", "192.0.2.1"), ("url.path", path), ("http.response.status_code", 201))
    monkeypatch.setattr("time.time", lambda: 1_770_000_000.25)
    for duration in (12_345_678, 1_000_000):
        fields = {"event.duration": duration, "http.request.id": str(duration)}
        access.tell(logging.INFO, often, fields)
        logging.getLogger("a3dav.access").info("request", extra={"fields": dict(often) | fields})
    first, first_recorded, second, second_recorded = file.read_text().splitlines()
    assert (first, second) == (first_recorded, second_recorded)
    assert first != second


def test_whoever_listens_to_the_log_gets_records_of_requests(logger, tmp_path):
    heard = []

    class Listener(logging.Handler):
        def emit(self, record):
            heard.append((record.name, record.fields))

    set_up_logging(LoggingSettings(file=str(tmp_path / "log")))
    logger.addHandler(Listener())
    access.tell(logging.INFO, (("client.ip", "192.0.2.1"),), {"event.duration": 5})
    access.tell(logging.DEBUG, (("client.ip", "192.0.2.2"),), {})
    assert heard == [("a3dav.access", {"client.ip": "192.0.2.1", "event.duration": 5})]
