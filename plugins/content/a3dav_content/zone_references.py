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
from a3dav_content.lines import Component, Property, escape_text, fold, parse, unescape_text
from a3dav_content.timezones import FixedZone, NamedZone, is_standard, named_zone
from a3dav_content.vtimezones import timezone_text, vtimezone

_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_REFERENCE = re.compile(rb";[ \t]*TZID=", re.IGNORECASE)
_NAMED = re.compile(_REFERENCE.pattern + rb'(?:"([^"\r\n]{0,200})"|([^":;\r\n]{0,200}))', re.IGNORECASE)
_START = rb"(?:^|(?<=\r))"
"""Of a line, behind any of the three line ends that `lines` knows."""
_NAME = re.compile(_START + rb"TZID:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_EDGE = re.compile(_START + rb"(BEGIN|END):VTIMEZONE[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE | re.IGNORECASE)
_ENDS = re.compile(rb"(?:BEGIN|END)\b", re.IGNORECASE)
_LOGICAL = re.compile(rb"[^\r\n]*(?:(?:\r\n|\n|\r)[ \t][^\r\n]*)*(?:\r\n|\n|\r|\Z)")
_PART = re.compile(rb'BEGIN(?:;(?:[^":]|"[^"]*")*)?:\s*(?!VCALENDAR)\S', re.IGNORECASE)
SINCE = 0
"""A description begins in 1970, unless an object has times before."""


def undescribed(found: CalendarObject) -> list[str]:
    """The zones that times of an object are in, and that neither it nor IANA's data describes."""
    names = dict.fromkeys(name for component in found.components for name, _ in _references(component))
    return [name for name in names if name not in found.timezones and named_zone(name) is None]


def omit_known(body: bytes) -> bytes:
    """An object without the descriptions of zones that IANA names (CalDAV-Timezones: F)."""
    if b"vtimezone" not in body.lower():
        return body
    kept, done = [], 0
    for begin, end in _descriptions(body):
        if _is_known(body[begin.start() : end.end()]):
            kept.append(body[done : begin.start()])
            done = end.end()
    return b"".join([*kept, body[done:]])


def _descriptions(lines: bytes) -> Iterator[tuple[re.Match[bytes], re.Match[bytes]]]:
    """The first and the last line of each description."""
    begin = None
    for edge in _EDGE.finditer(lines):
        if edge.group(1).upper() == b"BEGIN":
            begin = begin or edge
        elif begin is not None:
            yield begin, edge
            begin = None


def _is_known(description: bytes) -> bool:
    try:
        (zone,) = parse(description)
    except ValueError:
        return False
    return is_standard(_name_of(zone))


def add_missing(body: bytes) -> bytes:
    """An object with a description of each known zone that it refers to (RFC 5545 §3.6.5)."""
    folded = any(fold in body for fold in (b"\n ", b"\n\t", b"\r ", b"\r\t"))
    lines = _FOLD.sub(b"", body) if folded else body
    if not _REFERENCE.search(lines):
        return body
    described = _described(lines)
    if all((quoted or plain).strip() in described for quoted, plain in _NAMED.findall(lines)):
        return body  # as most are; what looks like a reference and is none costs a closer look
    known = {unescape_text(name.decode(errors="replace")) for name in described}
    added = b"".join(_text(name, year) for name, year in _referred(lines).items() if name not in known)
    place = _first_part(body)
    if not added or place < 0:
        return body
    if b"\r\n" not in body:
        added = added.replace(b"\r\n", b"\n")
    return body[:place] + added + body[place:]


def _first_part(body: bytes) -> int:
    """Where the first line of the first component inside of the calendar begins, however it is written; else -1."""
    lines = ((line.start(), _FOLD.sub(b"", line.group())) for line in _LOGICAL.finditer(body))
    return next((start for start, text in lines if _PART.match(text)), -1)


def _described(lines: bytes) -> set[bytes]:
    """Names inside of descriptions; a property of this name may stand elsewhere, too, and describes nothing."""
    return {
        name.strip() for begin, end in _descriptions(lines) for name in _NAME.findall(lines, begin.end(), end.start())
    }


def _referred(lines: bytes) -> dict[str, int]:
    naming = [line for line in re.split(rb"[\r\n]+", lines) if _REFERENCE.search(line) and not _ENDS.match(line)]
    try:
        return _years(parse(b"\n".join([b"BEGIN:X", *naming, b"END:X"]))[0])
    except ContentError:
        return {}


def _years(component: Component) -> dict[str, int]:
    """The zones that times are in, each with the first year of such a time."""
    years: dict[str, int] = {}
    for name, year in _references(component):
        years[name] = min(years.get(name, 9999), year)
    return years


def _text(tzid: str, year: int) -> bytes:
    name = known_name(tzid)
    if not name:
        return b""
    head, first, rest = timezone_text(name, start=_start(year)).partition(fold(f"TZID:{name}"))
    return head + (fold(f"TZID:{escape_text(tzid)}") if first else b"") + rest


def without_known(calendar: Component) -> Component:
    """The same as `omit_known` for what was read already."""
    kept = [part for part in calendar.components if part.name != "VTIMEZONE" or not is_standard(_name_of(part))]
    return Component(calendar.name, calendar.properties, kept, calendar.line)


def with_missing(calendar: Component) -> Component:
    """The same as `add_missing` for what was read already."""
    years = _years(Component("", components=calendar.components))
    described = {_name_of(zone) for zone in calendar.sub("VTIMEZONE")}
    names = {tzid: known_name(tzid) for tzid in years if tzid not in described}
    zones = [_component(name, tzid, _start(years[tzid])) for tzid, name in names.items() if name]
    return (
        Component(calendar.name, calendar.properties, zones + calendar.components, calendar.line) if zones else calendar
    )


def _component(name: str, tzid: str, start: int) -> Component:
    zone = _made(name, start)
    return Component(zone.name, [Property("TZID", escape_text(tzid)), *zone.properties[1:]], zone.components)


@lru_cache(maxsize=256)
def _made(name: str, start: int) -> Component:
    return vtimezone(name, start=start)


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
