"""Tracebacks that tell where and what kind, and not with which data.

The message of an exception may quote what a client sent or what the store holds, so it is only shown
where it is known not to: our own sentences for administrators, errors of the operating system and of
SQLite. Frames show code, which holds nobody's data.
"""

from __future__ import annotations

import os
import re
import traceback

from a3dav.errors import A3davError, DavError

MOST_FRAMES = 60
MOST_CAUSES = 10
HIDDEN = "(its message may hold private data and is not shown)"
_REMOTE_FRAME = re.compile(r'  File "[^"\n]{1,300}\.py", line \d{1,7}, in <?\w{1,100}>?')


def trace(error: BaseException) -> list[str]:
    """The lines of a traceback, the last of them with the type of the error."""
    lines: list[str] = []
    for number, (link, relation) in enumerate(reversed(_chain(error))):
        lines += [relation] if number and relation else []
        lines += ["Traceback (most recent call last):", *_frames(link), f"{_name(link)}: {_message(link)}"]
    return lines


def _chain(error: BaseException) -> list[tuple[BaseException, str]]:
    """The error and what led to it, each with the words between it and the one before it."""
    chain: list[tuple[BaseException, str]] = []
    link: BaseException | None = error
    while link is not None and len(chain) < MOST_CAUSES and all(link is not known for known, _ in chain):
        if link.__cause__ is not None:
            chain.append((link, "The above led directly to:"))
            link = link.__cause__
        else:
            chain.append((link, "While that was handled:"))
            link = None if link.__suppress_context__ else link.__context__
    return chain


def _frames(error: BaseException) -> list[str]:
    if type(error).__name__ == "_RemoteTraceback":  # of a process of the cpu lane, as text with messages in it
        return [line for line in str(error).splitlines() if _REMOTE_FRAME.fullmatch(line)][-MOST_FRAMES:]
    frames = traceback.format_tb(error.__traceback__, -MOST_FRAMES)
    return [line for frame in frames for line in frame.rstrip("\n").splitlines()]


def _name(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _message(error: BaseException) -> str:
    if isinstance(error, A3davError) and not isinstance(error, DavError):
        return str(error)
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    if type(error).__module__.partition(".")[0] == "apsw":
        return str(error)
    state = getattr(error, "sqlstate", None)
    return f"SQLSTATE {state}" if isinstance(state, str) and state.isalnum() else HIDDEN
