"""JSON as it came: whole numbers of any size, and nothing escaped that need not be."""

from __future__ import annotations

import json
from typing import Any

from ._errors import DecodeError


def loads(data: bytes) -> Any:
    try:
        return json.loads(data, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise DecodeError(f"this is no JSON: {error}") from error


def dumps(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _refused(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")
