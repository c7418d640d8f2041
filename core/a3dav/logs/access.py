"""The line of a request, which is told so often that logging may not take its time."""

from __future__ import annotations

import logging
import time
from typing import Any

log = logging.getLogger("a3dav.access")
_USUAL = vars(logging.LogRecord(log.name, logging.INFO, "", 0, "request", None, None))


def tell(level: int, fields: dict[str, Any]) -> None:
    """Like `log.log(level, "request", …)`, without looking for a place in the code that nobody asks for."""
    if not log.isEnabledFor(level):
        return
    record = logging.LogRecord.__new__(logging.LogRecord)
    now = time.time()
    vars(record).update(
        _USUAL, levelno=level, levelname=logging.getLevelName(level), created=now, msecs=now % 1 * 1000, fields=fields
    )
    log.handle(record)
