"""Whether a request may be sent again, by its method."""

from __future__ import annotations

from a3dav_sdk.model.api import Retry

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT", "QUERY", "SEARCH"})
IDEMPOTENT = frozenset(
    {"PUT", "DELETE", "PROPPATCH", "MKCOL", "MKCALENDAR", "COPY", "MOVE", "ACL", "UNLOCK", "BIND", "UNBIND", "REBIND"}
)


def retry_class(method: str) -> Retry:
    """By the registry of methods (IANA)."""
    return "safe" if method in SAFE else "idempotent" if method in IDEMPOTENT else "never"
