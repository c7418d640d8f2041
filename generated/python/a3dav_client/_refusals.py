"""An answer that says no, as an error."""

from __future__ import annotations

import json
from typing import Any

from ._errors import Problem, StatusError, class_for
from ._wire import Headers


def refusal(status: int, headers: Headers, body: bytes, **told: Any) -> StatusError:
    media_type = headers.get("content-type").partition(";")[0].strip().lower()
    problem = _problem(body) if media_type.endswith("json") else None
    conditions = _conditions(body) if media_type in {"application/xml", "text/xml"} else []
    if problem is not None and isinstance(problem.get("condition"), str) and not conditions:
        conditions = [problem["condition"]]
    return class_for(status)(status, headers, body, problem, conditions, **told)


def _problem(body: bytes) -> Problem | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return Problem(found) if isinstance(found, dict) else None


def _conditions(body: bytes) -> list[str]:
    """The elements in DAV:error (RFC 4918 §16)."""
    from ._errors import DecodeError
    from .dav.xml import parse

    try:
        root = parse(body)
    except DecodeError:
        return []
    return [child.name for child in root.children] if root.name == "{DAV:}error" else []
