"""Stored bodies as text, for answers in XML."""

from __future__ import annotations

import re

_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")


def decode(body: bytes) -> str:
    """The body as it was sent, or unfolded where a fold parts a character, which XML cannot carry."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        return _FOLD.sub(b"", body).decode(errors="replace")
