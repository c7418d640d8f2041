"""Time zones that objects refer to by name (RFC 7809 §3.1), with and without their descriptions.

Whole objects are edited as bytes, so that what is not about time zones stays as it was stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import EARLIEST
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, parse, unescape_text
from a3dav_content.timezones import FixedZone, NamedZone, is_standard, named_zone
from a3dav_content.vtimezones import timezone_text, vtimezone

_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_REFERENCE = re.compile(
    rb'^[A-Z0-9.-]+(?:;[A-Z0-9-]+=(?:"[^"\r\n]*"|[^":;\r\n]*))*?;TZID=("[^"\r\n]*"|[^":;\r\n]*)[^:\r\n]*:(\d{4})?',
    re.MULTILINE | re.IGNORECASE,
)
_NAME = re.compile(rb"^TZID:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_DESCRIPTION = re.compile(
    rb"^BEGIN:VTIMEZONE[ \t]*\r?\n.*?^END:VTIMEZONE[ \t]*(?:\r?\n|\Z)", re.MULTILINE | re.IGNORECASE | re.DOTALL
)
_PLAIN = re.compile(rb'^TZID:([^\r\n]*)|;TZID="?([^":;\r\n]*)', re.MULTILINE | re.IGNORECASE)
_PART = re.compile(rb"^BEGIN:(?!VCALENDAR)", re.MULTILINE | re.IGNORECASE)
SINCE = 0
"""A description begins in 1970, unless an object has times before."""


def undescribed(found: CalendarObject) -> list[str]:
    """The zones that times of an object are in, and that neither it nor IANA's data describes."""
    return [name for name in _missing(found) if named_zone(name) is None]


def describes_all(found: CalendarObject) -> bool:
    """Whether an object holds a VTIMEZONE for every zone that its times are in (RFC 5545 §3.6.5)."""
    return not _missing(found)


def _missing(found: CalendarObject) -> list[str]:
    names = dict.fromkeys(name for component in found.components for name, _ in _references(component))
    return [name for name in names if name not in found.timezones]


def omit_known(body: bytes) -> bytes:
    """An object without the descriptions of zones that IANA names (CalDAV-Timezones: F)."""
    if b"vtimezone" not in body.lower():
        return body
    return _DESCRIPTION.sub(_if_unknown, body)


def _if_unknown(match: re.Match[bytes]) -> bytes:
    try:
        (zone,) = parse(match.group())
    except (ContentError, ValueError):
        return match.group()
    return b"" if is_standard(_name_of(zone)) else match.group()


def add_missing(body: bytes) -> bytes:
    """An object with a description of each known zone that it refers to (RFC 5545 §3.6.5)."""
    if _describes_plainly(body):
        return body
    lines = _FOLD.sub(b"", body)
    years: dict[str, int] = {}
    for value, year in _REFERENCE.findall(lines):
        name = value.decode(errors="replace").strip('"').strip()
        years[name] = min(years.get(name, 9999), int(year or 9999))
    described = {unescape_text(name.decode(errors="replace")).strip() for name in _NAME.findall(lines)}
    added = b"".join(_text(name, year) for name, year in years.items() if name not in described)
    place = _PART.search(body)
    if not added or place is None:
        return body
    if b"\r\n" not in body:
        added = added.replace(b"\r\n", b"\n")
    return body[: place.start()] + added + body[place.start() :]


def _describes_plainly(body: bytes) -> bool:
    """Whether every name that is referred to is described, as far as a look at the lines as they stand tells."""
    found = _PLAIN.findall(body)
    return {name.strip() for _, name in found if name} <= {name.strip() for name, _ in found if name}


def _text(tzid: str, year: int) -> bytes:
    name = known_name(tzid)
    return timezone_text(name, tzid, _start(year)) if name else b""


def without_known(calendar: Component) -> Component:
    """The same as `omit_known` for what was read already."""
    kept = [part for part in calendar.components if part.name != "VTIMEZONE" or not is_standard(_name_of(part))]
    return Component(calendar.name, calendar.properties, kept, calendar.line)


def with_missing(calendar: Component) -> Component:
    """The same as `add_missing` for what was read already."""
    years: dict[str, int] = {}
    for part in calendar.components:
        for name, year in _references(part):
            years[name] = min(years.get(name, 9999), year)
    described = {_name_of(zone) for zone in calendar.sub("VTIMEZONE")}
    names = {tzid: known_name(tzid) for tzid in years if tzid not in described}
    zones = [_component(name, tzid, _start(years[tzid])) for tzid, name in names.items() if name]
    return (
        Component(calendar.name, calendar.properties, zones + calendar.components, calendar.line) if zones else calendar
    )


@lru_cache(maxsize=256)
def _component(name: str, tzid: str, start: int) -> Component:
    return vtimezone(name, tzid, start)


def _start(year: int) -> int:
    return SINCE if year > 1970 else EARLIEST


def _name_of(zone: Component) -> str:
    entry = zone.first("TZID")
    return entry.text.strip() if entry else ""


def known_name(tzid: str) -> str:
    """The name that IANA has for a zone, "" where it has none."""
    tzid = tzid.strip()
    if is_standard(tzid):
        return tzid
    zone = named_zone(tzid)
    if isinstance(zone, NamedZone):
        return zone.name
    if not isinstance(zone, FixedZone) or zone.offset % 3600:
        return ""
    hours = zone.offset // 3600
    return f"Etc/GMT{-hours:+}" if hours else "Etc/UTC"  # IANA counts to the west, as POSIX does


def _references(component: Component) -> Iterator[tuple[str, int]]:
    """The zones that local times are in, each with the year of such a time."""
    for entry in component.properties:
        tzid = (entry.param("TZID") or "").strip()
        if tzid and not entry.value.rstrip().endswith("Z"):
            yield tzid, int(entry.value[:4]) if entry.value[:4].isdecimal() else 9999
    for child in component.components:
        yield from _references(child)
