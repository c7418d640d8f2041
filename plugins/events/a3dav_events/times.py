"""Times as the API writes and reads them."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(milliseconds: int) -> str:
    """RFC 3339 in UTC."""
    return datetime.fromtimestamp(milliseconds // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_or_none(milliseconds: int) -> str | None:
    return moment(milliseconds) if milliseconds else None


def milliseconds_of(text: str) -> int | None:
    """The moment that a text of RFC 3339 names; None for any other."""
    try:
        found = datetime.fromisoformat(text)
        return int(found.timestamp() * 1000) if found.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
