"""What clients call their attachments (RFC 6266), as names that are safe everywhere."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from a3dav.headers import as_written
from a3dav.names import is_member_name, normal, tidy

MAX_HEADER = 2000
MAX_BYTES = 150
_PARAM = re.compile(r';[ \t]*([A-Za-z]+\*?)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^\s;"]*)')
_QUOTED = re.compile(r'\\(["\\])')
_EXTENDED = re.compile(r"(utf-8|iso-8859-1)'[^']*'(.*)", re.IGNORECASE | re.DOTALL)
_UNSAFE = re.compile('[<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def filename_of(disposition: str) -> str:
    """The name in a Content-Disposition without any path; "" where there is none that can be used."""
    told = {name.lower(): value for name, value in reversed(_PARAM.findall(disposition[:MAX_HEADER]))}
    return _safe(_extended(told.get("filename*", "")) or _bare(told.get("filename", "")))


def _bare(value: str) -> str:
    quoted = value.startswith('"')
    return as_written(_QUOTED.sub(r"\1", value[1:-1]) if quoted else value)


def _extended(value: str) -> str:
    """RFC 8187 §3.2."""
    match = _EXTENDED.fullmatch(value.strip('"'))
    if match is None:
        return ""
    try:
        return unquote_to_bytes(match.group(2)).decode(match.group(1))
    except UnicodeDecodeError:
        return ""


def _safe(name: str) -> str:
    last = re.split(r"[/\\]", name)[-1]
    clean = tidy(_UNSAFE.sub("_", normal(last))).strip(". ")
    short = _shortened(clean)
    return short if is_member_name(short) else ""


def _shortened(name: str) -> str:
    """As much of a name as fits, with its ending."""
    if len(name.encode()) <= MAX_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    ending = f"{dot}{suffix}" if stem and len(suffix.encode()) <= 16 else ""
    room = MAX_BYTES - len(ending.encode())
    return (stem if ending else name).encode()[:room].decode(errors="ignore") + ending
