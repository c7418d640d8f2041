"""Where the log goes: standard error and, if one is named, a file; nothing else of the process writes there."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import WatchedFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from a3dav.errors import ConfigError
from a3dav.logs.formats import JsonFormatter, Pending, TextFormatter

if TYPE_CHECKING:
    from a3dav.config.model import LoggingSettings

log = logging.getLogger("a3dav")
GATHERED_SECONDS = 0.01


class Lines(logging.StreamHandler[Any]):
    """A record that cannot be written is lost; logging would print it whole, with its arguments."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._gathered: list[str | Pending] = []
        self.gathering: Gathering | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception:  # of a value that cannot be told; this line is lost, and no request
            return
        self.take(line, record.levelno)

    def take(self, line: str | Pending, level: int) -> None:
        """Writes a line, at once or together with those of some milliseconds."""
        self.acquire()
        try:
            self._gathered.append(line)
            first = len(self._gathered) == 1
        finally:
            self.release()
        gathering = self.gathering
        if gathering is None or level > logging.INFO or not gathering.is_here():
            self.flush()
        elif first:
            gathering.soon(self.flush)

    def flush(self) -> None:
        with suppress(Exception):  # of a full disk, of a pipe that nobody reads
            self.acquire()
            try:
                lines, self._gathered = self._gathered, []
                if lines:
                    self._write("".join(map(self._ended, lines)))
            finally:
                self.release()

    def _ended(self, line: str | Pending) -> str:
        try:
            return f"{line}{self.terminator}"
        except Exception:  # of a value that cannot be told; this line is lost, and no other
            return ""

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()


class _File(Lines, WatchedFileHandler):
    """Opened anew when the file was renamed or removed, as logrotate does."""

    def _write(self, text: str) -> None:
        self.reopenIfNeeded()
        super()._write(text)


class Gathering:
    """Has an event loop write the lines of some milliseconds together; whatever warns is written at once."""

    def __init__(self, later: Callable[[float, Callable[[], None]], object]) -> None:
        self._later, self._thread = later, threading.get_ident()

    def is_here(self) -> bool:
        return threading.get_ident() == self._thread

    def soon(self, write: Callable[[], None]) -> None:
        self._later(GATHERED_SECONDS, write)


def gather_lines(gathering: Gathering | None) -> None:
    """Called on the loop; with None every line is written at once again."""
    for handler in log.handlers:
        if isinstance(handler, Lines):
            handler.gathering = gathering
            handler.flush()


def set_up_logging(settings: LoggingSettings) -> None:
    """What a server process calls before it does anything."""
    formatter = _formatter(settings)
    handlers: list[logging.Handler] = [Lines(sys.stderr)]
    if settings.file:
        handlers.append(_opened(settings.file))
    for handler in handlers:
        handler.setFormatter(formatter)
    log.handlers = handlers
    log.setLevel(settings.level.upper())
    log.propagate = False
    _look_for_less()
    logging.lastResort = handlers[0]  # of loggers that are not ours
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    sys.unraisablehook = _unraisable
    threading.excepthook = _lost_thread


def _look_for_less() -> None:
    """Has logging find out nothing for a record that no line of ours tells."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # as the manual of logging says


def log_command(settings: LoggingSettings) -> None:
    """A command leaves its lines in the log file where there is one; what it prints is for its caller."""
    if not settings.file or not Path(settings.file).is_file():
        return  # a file made here might belong to another user than the server's
    handler = _opened(settings.file)
    handler.setFormatter(_formatter(settings))
    log.handlers = [handler]
    log.setLevel(settings.level.upper())


def _formatter(settings: LoggingSettings) -> logging.Formatter:
    return JsonFormatter() if settings.format == "json" else TextFormatter()


def _opened(file: str) -> logging.Handler:
    try:
        return _File(file, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise ConfigError(f"the log file {file} cannot be written: {error.strerror}; correct logging.file") from error


def _uncaught(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, place)
    else:
        log.critical("the process ends by an error that nothing caught", exc_info=error)


def _unraisable(found: Any) -> None:
    log.error("an error that could not be raised", exc_info=found.exc_value)


def _lost_thread(found: threading.ExceptHookArgs) -> None:
    if found.exc_value is not None and not isinstance(found.exc_value, SystemExit):
        log.critical("a thread ended by an error that nothing caught", exc_info=found.exc_value)
