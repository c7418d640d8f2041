"""When a request is sent again, and after how long."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

RETRIED = frozenset({408, 429, 502, 503, 504})
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT", "QUERY", "SEARCH"})
IDEMPOTENT = frozenset({"PUT", "DELETE", "PROPPATCH", "MKCOL", "MKCALENDAR", "COPY", "MOVE", "ACL", "UNLOCK"})
LONGEST = 60.0


def retry_class(method: str) -> str:
    return "safe" if method in SAFE else "idempotent" if method in IDEMPOTENT else "never"


def delay(number: int, random: Callable[[], float], first: float = 0.5) -> float:
    """Before the `number`-th further attempt."""
    return min(8.0, first * 2.0 ** min(number - 1, 30)) * (1 - 0.5 * random())


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that a server asks for; None where it asks for nothing that makes sense."""
    told = str(headers.get("retry-after", "")).strip()
    if re.fullmatch(r"\d{1,9}", told):
        return float(told)
    try:
        moment = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment.replace(tzinfo=timezone.utc) if moment.tzinfo is None else moment
    seconds = (moment - now).total_seconds()
    return seconds if seconds >= 0 else None
