"""Calendar files taken apart into objects, a component at a time: what is parsed is never more than one of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from a3dav_content.calendar_objects import COMPONENTS, PRODID, tzids
from a3dav_content.errors import ContentError, InvalidCalendarData, LimitExceeded
from a3dav_content.lines import LIMITS, Component, Limits, Property, parse, serialise

_EDGE = re.compile(rb"(?:^|(?<=\r))(BEGIN|END):[ \t]*([^\r\n]*?)[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE | re.MULTILINE)
_HEADED = {"VERSION", "PRODID", "CALSCALE"}
_HEAD = [Property("VERSION", "2.0"), Property("PRODID", PRODID)]
_MOST_HEAD = 64 * 1024
Span = tuple[int, int]


@dataclass(slots=True)
class _Calendar:
    """Where the components of one VCALENDAR stand in the file; its properties are taken from before the first."""

    start: int
    pieces: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def head(self) -> slice:
        first = self.pieces[0][1] if self.pieces else self.start
        return slice(self.start, min(first, self.start + _MOST_HEAD))


@dataclass(slots=True)
class _Member:
    """The components of one UID, as places in the text that was written anew, and the time zones they name."""

    spans: list[Span] = field(default_factory=list)
    zones: set[str] = field(default_factory=set)


def split(body: bytes, limits: Limits = LIMITS) -> Iterator[tuple[str, bytes]]:
    """The objects of a whole calendar file, by UID, each with the time zones it names.

    Raises InvalidCalendarData where components do not pair; a component whose lines cannot be read is an
    object of its own, for validation to say what is wrong with it.
    """
    for calendar in list(_calendars(body, limits)):
        yield from _objects(body, calendar, limits)


def _calendars(body: bytes, limits: Limits) -> Iterator[_Calendar]:
    """Follows BEGIN and END through the file; a continued line starts with a blank, and so is neither."""
    calendar, stack, end, components = _Calendar(0), list[str](), 3 if body.startswith(b"\xef\xbb\xbf") else 0, 0
    for edge in _EDGE.finditer(body):
        name = edge.group(2).decode("utf-8", "replace").upper()
        if edge.group(1).upper() == b"BEGIN":
            components += 1
            if components > limits.components or len(stack) >= limits.depth:
                raise LimitExceeded("components", f"line {_line(body, edge.start())}: too many or too deep components")
            if not stack:
                _refuse_stray(body, end, edge.start())
                calendar = _Calendar(edge.end())
            elif len(stack) == 1:
                calendar.pieces.append((name, edge.start(), 0))
            _refuse_other(body, stack, name, edge.start())
            stack.append(name)
            continue
        if not stack or stack.pop() != name:
            raise InvalidCalendarData(f"END:{name[:40]} where something else is open", _line(body, edge.start()))
        if len(stack) == 1:
            calendar.pieces[-1] = (*calendar.pieces[-1][:2], edge.end())
        elif not stack:
            end = edge.end()
            yield calendar
    if stack:
        raise InvalidCalendarData(f"{stack[-1][:40]} is not ended", _line(body, len(body)))
    _refuse_stray(body, end, len(body))
    if not components:
        raise InvalidCalendarData("the file is not a VCALENDAR")


def _refuse_other(body: bytes, stack: list[str], name: str, place: int) -> None:
    if not stack and name != "VCALENDAR":
        raise InvalidCalendarData(f"the file is not a VCALENDAR but a {name[:40]}", _line(body, place))


def _refuse_stray(body: bytes, start: int, end: int) -> None:
    if body[start:end].strip():
        raise InvalidCalendarData("text outside of a VCALENDAR", _line(body, start))


def _line(body: bytes, place: int) -> int:
    return body.count(b"\n", 0, place) + 1


def _objects(body: bytes, calendar: _Calendar, limits: Limits) -> Iterator[tuple[str, bytes]]:
    text, zones, members = bytearray(), dict[str, bytes](), dict[str, _Member]()
    for name, start, end in calendar.pieces:
        if name not in COMPONENTS and name != "VTIMEZONE":
            continue
        raw = body[start:end]
        component = _component(raw, limits)
        if name == "VTIMEZONE":
            if component is not None and (tzid := component.first("TZID")) is not None:
                zones[tzid.text.strip()] = serialise(component)
            continue
        uid, written, named = _written(raw, component)
        member = members.setdefault(uid, _Member())
        member.spans.append((len(text), len(text) + len(written)))
        member.zones |= named
        text += written
    head = _head(body[calendar.head])
    for uid, member in members.items():
        needed = b"".join(zone for tzid, zone in zones.items() if tzid in member.zones)
        components = b"".join(bytes(text[start:end]) for start, end in member.spans)
        yield uid, head + needed + components + b"END:VCALENDAR\r\n"


def _written(raw: bytes, component: Component | None) -> tuple[str, bytes, set[str]]:
    """The UID of a component, its lines and the time zones it names."""
    if component is None:
        return hashlib.blake2b(raw, digest_size=16).hexdigest(), raw + b"\r\n", set()
    named = with_uid(component)
    return (named.value("UID") or "").strip(), serialise(named), tzids(named)


def _component(raw: bytes, limits: Limits) -> Component | None:
    """None for lines that cannot be read, or that begin components in a way that `_EDGE` does not look for."""
    try:
        found = parse(raw, limits)
    except ContentError:
        return None
    return found[0] if len(found) == 1 else None


def _head(raw: bytes) -> bytes:
    try:
        (found,) = parse(b"BEGIN:VCALENDAR\r\n" + raw.strip() + b"\r\nEND:VCALENDAR\r\n")
        kept = [entry for entry in found.properties if entry.name in _HEADED]
    except ContentError:
        kept = []
    return serialise(Component("VCALENDAR", kept or _HEAD)).removesuffix(b"END:VCALENDAR\r\n")


def with_uid(component: Component) -> Component:
    """A component without a UID gets one that it will get again."""
    if (component.value("UID") or "").strip():
        return component
    uid = hashlib.blake2b(serialise(component), digest_size=16).hexdigest()
    others = [entry for entry in component.properties if entry.name != "UID"]
    return Component(component.name, [Property("UID", uid), *others], component.components, component.line)


def same(one: bytes, other: bytes) -> bool:
    """Whether two objects say the same, whichever program wrote them around it."""
    try:
        return _said(one) == _said(other)
    except ContentError:
        return False


def _said(body: bytes) -> list[bytes]:
    components = [component for calendar in parse(body) for component in calendar.components]
    return sorted(serialise(component) for component in components if component.name != "VTIMEZONE")
