"""The line of a request, which is told so often that logging may not take its time."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any

from a3dav.logs.formats import LineFormatter, Often, Pending
from a3dav.logs.setup import Lines

log = logging.getLogger("a3dav.access")
server_log = logging.getLogger("a3dav")
MESSAGE = "request"


def tell(level: int, often: Often, fields: Mapping[str, Any]) -> None:
    """Like `log.log(level, "request", …)`, without a record where nothing but lines of ours comes of it."""
    if not log.isEnabledFor(level):
        return
    handlers = _handlers()
    if not handlers:
        log.log(level, MESSAGE, extra={"fields": {**dict(often), **fields}})
        return
    made_by, line, now = None, None, time.time()
    for handler, formatter in handlers:
        if line is None or formatter is not made_by:
            made_by, line = formatter, Pending(formatter.told, now, level, MESSAGE, log.name, fields, often)
        handler.take(line, level)


def _handlers() -> list[tuple[Lines, LineFormatter]]:
    """The handlers of our log, if all that hear of a request are ours."""
    if log.handlers or log.filters or server_log.propagate:
        return []
    found = []
    for handler in server_log.handlers:
        formatter = handler.formatter
        if not isinstance(handler, Lines) or not isinstance(formatter, LineFormatter) or handler.filters:
            return []
        found.append((handler, formatter))
    return found
