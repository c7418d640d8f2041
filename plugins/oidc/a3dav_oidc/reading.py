"""JSON objects of strangers, taken strictly: what two programs could read differently is refused."""

from __future__ import annotations

import base64
import re
from typing import Any

from a3dav_content.errors import ContentError
from a3dav_content.json_text import loaded

MOST = 2000
"""Arrays and objects in one text."""
LONGEST_TOKEN = 16 * 1024
_SEGMENT = re.compile(rb"[A-Za-z0-9_-]*")
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*", re.ASCII)


class Malformed(ContentError):
    """A text is not the JSON object that it is to be."""


def read_object(body: bytes) -> dict[str, Any]:
    """Raises Malformed for what is no JSON object, has a name twice, or is nested too deep."""
    try:
        found = loaded(body, MOST, Malformed)
    except ContentError as error:
        raise Malformed("no JSON that can be read") from error
    if not isinstance(found, dict):
        raise Malformed("no JSON object")
    return found


def read_bearer(authorization: str) -> str | None:
    """The token of an Authorization header (RFC 6750 §2.1), whatever it is; None for other schemes and what is none."""
    scheme, _, rest = authorization.partition(" ")
    token = rest.strip(" ")
    return token if scheme.lower() == "bearer" and _TOKEN.fullmatch(token) else None


def read_segment(text: bytes) -> bytes:
    """Base64url without padding (RFC 7515 §2)."""
    if not _SEGMENT.fullmatch(text) or len(text) % 4 == 1:
        raise Malformed("no base64url")
    return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))


def text_of(found: object, longest: int = 255) -> str:
    """A text of one printable line; "" for everything else."""
    return found if isinstance(found, str) and len(found) <= longest and found.isprintable() else ""


def texts_of(found: object) -> frozenset[str]:
    """One text or a list of nothing but texts; what is neither has none."""
    if isinstance(found, str):
        return frozenset((found,))
    if isinstance(found, list) and all(isinstance(entry, str) for entry in found):
        return frozenset(found)
    return frozenset()


def claim_of(claims: dict[str, Any], name: str) -> object:
    """A claim by its name, which may have dots, or inside of others by the names on the way."""
    if name in claims:
        return claims[name]
    found: object = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found
