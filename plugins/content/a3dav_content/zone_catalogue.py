"""What there is to know of IANA's time zones as a whole: names, aliases, versions, leap seconds (RFC 7808 §5)."""

from __future__ import annotations

import hashlib
import importlib.resources
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from a3dav_content.timezones import standard_names, zone_file

_VERSION = re.compile(r"# version (\S+)")
_LINK = re.compile(r"^L (\S+) (\S+)$", re.MULTILINE)
_LEAP = re.compile(r"^Leap\s+(\d+)\s+(\w+)\s+(\d+)\s+23:59:60\s+\+\s+S$", re.MULTILINE)
_EXPIRES = re.compile(r"^#expires (\d+)", re.MULTILINE)
_FIRST_DIFFERENCE = 10
"""Seconds between TAI and UTC on 1 January 1972."""
PUBLISHER = "IANA"
_FORM = b"a3dav 1"


@dataclass(slots=True, frozen=True)
class ZoneEntry:
    """A zone, and the names that stand for it as well; `etag` changes with its data."""

    tzid: str
    etag: str
    aliases: tuple[str, ...]


@lru_cache(maxsize=1)
def _source() -> str:
    return importlib.resources.files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text()


def data_version() -> str:
    """The release of IANA, such as 2026a."""
    match = _VERSION.match(_source())
    return match.group(1) if match else ""


@lru_cache(maxsize=1)
def _targets() -> dict[str, str]:
    """The zone that each alias stands for."""
    links = {alias: target for target, alias in _LINK.findall(_source())}
    known = standard_names()
    resolved = {}
    for alias, linked in links.items():
        target = linked
        while target in links:
            target = links[target]
        if {alias, target} <= known:
            resolved[alias] = target
    return resolved


def alias_of(tzid: str) -> str:
    """The zone that a name stands for, "" for the name of a zone itself."""
    return _targets().get(tzid, "")


@lru_cache(maxsize=1)
def zone_entries() -> tuple[ZoneEntry, ...]:
    aliases: dict[str, list[str]] = {}
    for alias, target in _targets().items():
        aliases.setdefault(target, []).append(alias)
    names = sorted(standard_names() - set(_targets()))
    return tuple(ZoneEntry(name, zone_etag(name), tuple(sorted(aliases.get(name, ())))) for name in names)


def zone_etag(name: str) -> str:
    """Changes with the data of a zone, and with how it is told."""
    return hashlib.blake2b(zone_file(name), digest_size=8, person=_FORM).hexdigest()


def matching(pattern: str) -> list[ZoneEntry]:
    """The zones with a name that a pattern matches (RFC 7808 §5.5); raises ValueError for what is none."""
    wanted = _pattern(pattern)
    return [entry for entry in zone_entries() if any(wanted.fullmatch(_plain(n)) for n in (entry.tzid, *entry.aliases))]


def _pattern(text: str) -> re.Pattern[str]:
    """A text that may begin and end with "*", where a backslash takes its meaning from the next character."""
    parts = re.findall(r"\\[\\*]|.", text, re.DOTALL)
    begins, ends = parts[:1] == ["*"], len(parts) > 1 and parts[-1] == "*"
    inner = parts[int(begins) : len(parts) - int(ends)]
    if not inner or "*" in inner or "\\" in inner:
        raise ValueError(f"not a pattern: {text[:80]!r}")
    words = re.escape(_plain("".join(part[-1] for part in inner)))
    return re.compile((".*" if begins else "") + words + (".*" if ends else ""), re.DOTALL)


def _plain(name: str) -> str:
    return name.replace("_", " ").casefold()


def leap_seconds() -> tuple[str, list[tuple[int, str]]]:
    """The day the list expires, and how far UTC is behind TAI from each day on."""
    text = importlib.resources.files("tzdata").joinpath("zoneinfo", "leapseconds").read_text()
    days = [datetime.strptime(" ".join(parts), "%Y %b %d").date() for parts in _LEAP.findall(text)]
    since = [(_FIRST_DIFFERENCE, "1972-01-01")]
    since += [(_FIRST_DIFFERENCE + n, (day + timedelta(days=1)).isoformat()) for n, day in enumerate(days, 1)]
    expires = _EXPIRES.search(text)
    return (datetime.fromtimestamp(int(expires.group(1)), UTC).date().isoformat() if expires else ""), since
