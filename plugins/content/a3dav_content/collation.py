"""Collations (RFC 4790, RFC 5051) and the ways text may match (RFC 6352 §10.5.4)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from a3dav_content.errors import InvalidFilter, UnsupportedCollation

ASCII_CASEMAP = "i;ascii-casemap"
OCTET = "i;octet"
UNICODE_CASEMAP = "i;unicode-casemap"
SUPPORTED = (ASCII_CASEMAP, OCTET, UNICODE_CASEMAP)

_UPPER = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}


def _ascii(text: str) -> str:
    return text.translate(_UPPER)


def _unicode(text: str) -> str:
    """RFC 5051 §2: titlecase mapping, then full decomposition, character by character."""
    return text.upper() if text.isascii() else unicodedata.normalize("NFKD", "".join(map(_title, text)))


@lru_cache(maxsize=4096)
def _title(character: str) -> str:
    titled = character.title()
    return titled if len(titled) == 1 else character


_KEYS: dict[str, Callable[[str], str]] = {ASCII_CASEMAP: _ascii, OCTET: str, UNICODE_CASEMAP: _unicode}
_MATCHES: dict[str, Callable[[str, str], bool]] = {
    "equals": lambda needle, text: needle == text,
    "contains": lambda needle, text: needle in text,
    "starts-with": lambda needle, text: text.startswith(needle),
    "ends-with": lambda needle, text: text.endswith(needle),
}


def resolve(collation: str, default: str) -> str:
    """The collation a filter means; raises UnsupportedCollation for one we do not have."""
    wanted = default if collation in {"", "default"} else collation
    if wanted not in _KEYS:
        raise UnsupportedCollation(f"the collation {wanted!r} is not offered")
    return wanted


def check_match_type(match_type: str) -> str:
    if match_type not in _MATCHES:
        raise InvalidFilter(f"the match-type {match_type!r} is not one of {', '.join(_MATCHES)}")
    return match_type


@lru_cache(maxsize=1024)
def _needle(collation: str, needle: str) -> str:
    return _KEYS[collation](needle)


def matches(collation: str, match_type: str, needle: str, text: str) -> bool:
    return _MATCHES[match_type](_needle(collation, needle), _KEYS[collation](text))
