"""Keys of what JSON keeps in maps: told by the text (JSID, PROP-ID), or derived from it, the same in each reading."""

from __future__ import annotations

import re
from collections.abc import Container
from uuid import UUID, uuid5

NAMESPACE = UUID("7f1e1965-ae73-4454-b088-232c90730ce2")
"""The one that draft-ietf-calext-jscalendar-icalendar names for keys made of values."""
_ID = re.compile(r"[A-Za-z0-9_-]{1,255}", re.ASCII)


def derived(value: str) -> str:
    return str(uuid5(NAMESPACE, value))


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def key_of(said: str | None, value: str, taken: Container[str]) -> str:
    """The key of an entry: the one that is said, or one made of its value; another where that is taken."""
    first = said if said is not None and is_id(said) else derived(value)
    key, number = first, 2
    while key in taken:
        key, number = f"{first[:240]}-{number}", number + 1
    return key
