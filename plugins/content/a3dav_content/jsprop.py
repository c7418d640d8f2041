"""JSPROP: lines that keep members of JSON which no other line can say (RFC 9555 §3.2.1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from a3dav_content.errors import InvalidJson
from a3dav_content.json_pointers import unescaped
from a3dav_content.lines import Property, decode_param
from a3dav_content.restoring import PASSED_THROUGH
from a3dav_content.sketches import Sketch

JSPROP, JSPTR = "JSPROP", "JSPTR"
LONGEST = 100_000
MOST_NESTED = 1_000
Json = dict[str, Any]


def restore(found: Json, props: Iterable[Property]) -> None:
    """Sets what JSPROP lines say; those that point to what is there already, or to nothing, count for nothing."""
    for entry in props:
        pointer = entry.param(JSPTR)
        if pointer is None or len(entry.value) > LONGEST:
            continue
        *above, last = map(unescaped, decode_param(pointer).removeprefix("/").split("/"))
        parent: Any = found
        for step in above:
            parent = parent.get(step) if isinstance(parent, dict) else None
        value = _json_of(entry.text)
        if (
            isinstance(parent, dict)
            and last not in parent
            and value is not None
            and not PASSED_THROUGH & {*above, last}
        ):
            parent[last] = value


def _json_of(text: str) -> Any:
    if text.count("[") + text.count("{") > MOST_NESTED:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unbroken(text: str) -> str:
    """Text with line breaks of one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refuse_broken(sketch: Sketch, place: str) -> None:
    """No value may end its line."""
    for tag, entry in sketch.lines:
        texts = (entry.value, *(value for _, values in entry.params for value in values))
        if any("\n" in text or "\r" in text for text in texts):
            raise InvalidJson(f"a line break, which {entry.name[:40]} may not have ({tag[:80]})", place)
