"""What is left of a component of which only the times may be known: each value is read and written anew.

A property that is not named here is not there afterwards, nor is any parameter; what cannot be read raises
ContentError, so that nothing a client wrote passes as it is but numbers, dates, and names of time zones that IANA has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

from a3dav_content.availability import DEFAULT_KIND, KINDS
from a3dav_content.calendar_objects import tzids
from a3dav_content.dates import parse_duration, parse_moment, parse_offset
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, Property
from a3dav_content.recurrence import Rule
from a3dav_content.timezones import CustomZone, described_zone, named_zone
from a3dav_content.zone_references import known_name

Renamed = Mapping[str, str]
"""What each zone that an object names is called in what is left of it; "" where nobody knows it."""
_MANY = frozenset({"RRULE", "EXRULE", "RDATE", "EXDATE", "FREEBUSY"})
_DIGITS = re.compile(r"\d{1,10}", re.ASCII)


def renamed(zones: Mapping[str, Component], components: Iterable[Component]) -> dict[str, str]:
    """Other names than those of IANA are the client's own words."""
    names = sorted(set().union(*map(tzids, components)))
    free = (f"Zone {number}" for number in count(1) if f"Zone {number}" not in names)
    return {name: _new_name(name, zones.get(name), own) for name, own in zip(names, free, strict=False)}


def _new_name(tzid: str, component: Component | None, own: str) -> str:
    zone = named_zone(tzid) if component is None else described_zone(tzid, component)
    if zone is None:
        return ""
    return own if isinstance(zone, CustomZone) else known_name(tzid) or tzid


def zone(component: Component, name: str) -> Component:
    """The rules of a VTIMEZONE under its new name."""
    parts = [_observance(part) for part in component.components if part.name in {"STANDARD", "DAYLIGHT"}]
    return Component("VTIMEZONE", [Property("TZID", name)], [part for part in parts if part is not None])


def _observance(part: Component) -> Component | None:
    try:
        found = [kept for entry in part.properties for kept in _OBSERVANCE.get(entry.name, _nothing)(entry, {})]
    except ContentError:
        return None  # as it was before: an observance that cannot be read does not count
    return Component(part.name, found)


def times(component: Component, zones: Renamed) -> list[Property]:
    return list(_kept(component, zones, _KNOWN.get(component.name, {})))


def parts(component: Component, zones: Renamed) -> list[Component]:
    """What is AVAILABLE in an availability, under UIDs that are numbers."""
    uids = {uid: str(number) for number, uid in enumerate(_uids_of_parts(component), 1)}
    return [
        Component("AVAILABLE", [Property("UID", uids[part.value("UID")]), *_kept(part, zones, _EVENT)])
        for part in component.sub("AVAILABLE")
        if component.name == "VAVAILABILITY"
    ]


def _uids_of_parts(component: Component) -> Iterable[str | None]:
    return dict.fromkeys(part.value("UID") for part in component.sub("AVAILABLE"))


def exception_for(override: Component, zones: Renamed) -> Property:
    """The EXDATE that takes the instance of an override out of its series."""
    entry = override.first("RECURRENCE-ID")
    if entry is None:
        raise ContentError("a master has no RECURRENCE-ID", override.line)
    (kept,) = _moment(entry, zones)
    return Property("EXDATE", kept.value, tuple(param for param in kept.params if param[0] != "RANGE"))


Keep = Callable[[Property, Renamed], Iterator[Property]]


def _kept(component: Component, zones: Renamed, known: Mapping[str, Keep]) -> Iterator[Property]:
    told: set[str] = set()
    for entry in component.properties:
        if entry.name in _MANY or entry.name not in told:
            told.add(entry.name)
            yield from known.get(entry.name, _nothing)(entry, zones)


def _nothing(_: Property, __: Renamed) -> Iterator[Property]:
    yield from ()


def _moment(entry: Property, zones: Renamed) -> Iterator[Property]:
    """One or many dates, times or periods."""
    values = [value.strip().upper() for value in entry.value.split(",") if value.strip()]
    for value in values:
        _judge(value, entry.line)
    if not values:
        return
    params: list[tuple[str, tuple[str, ...]]] = []
    if "/" in values[0]:
        params.append(("VALUE", ("PERIOD",)))
    elif "T" not in values[0]:
        params.append(("VALUE", ("DATE",)))
    name = zones.get((entry.param("TZID") or "").strip(), "")
    if name and any("T" in value and not value.endswith("Z") for value in values):
        params.append(("TZID", (name,)))
    if entry.name == "RECURRENCE-ID" and (entry.param("RANGE") or "").upper() == "THISANDFUTURE":
        params.append(("RANGE", ("THISANDFUTURE",)))
    yield Property(entry.name, ",".join(values), tuple(params))


def _judge(value: str, line: int) -> None:
    begin, slash, end = value.partition("/")
    parse_moment(begin, "", line)
    if slash and end.lstrip("+-").startswith("P"):
        parse_duration(end, line)
    elif slash:
        parse_moment(end, "", line)


def _periods(entry: Property, zones: Renamed) -> Iterator[Property]:
    kind = (entry.param("FBTYPE") or "BUSY").strip().upper()
    for kept in _moment(entry, zones):
        told = kind if kind in {*KINDS, "FREE"} else "BUSY"
        yield Property(kept.name, kept.value, (*(p for p in kept.params if p[0] == "TZID"), ("FBTYPE", (told,))))


def _duration(entry: Property, _: Renamed) -> Iterator[Property]:
    parse_duration(entry.value, entry.line)
    yield Property(entry.name, entry.value.strip().upper())


def _rule(entry: Property, _: Renamed) -> Iterator[Property]:
    Rule.parse(entry.value, entry.line)
    parts = [part.strip().upper() for part in entry.value.split(";")]
    yield Property(entry.name, ";".join(part for part in parts if part and not part.startswith(("X-", "="))))


def _number(entry: Property, _: Renamed) -> Iterator[Property]:
    if _DIGITS.fullmatch(entry.value.strip()):
        yield Property(entry.name, entry.value.strip())


def _offset(entry: Property, _: Renamed) -> Iterator[Property]:
    parse_offset(entry.value, entry.line)
    yield Property(entry.name, entry.value.strip())


def _word(*known: str) -> Keep:
    def keep(entry: Property, _: Renamed) -> Iterator[Property]:
        word = entry.value.strip().upper()
        if word in known:
            yield Property(entry.name, word)

    return keep


def _busy_type(entry: Property, _: Renamed) -> Iterator[Property]:
    kind = entry.value.strip().upper()
    yield Property(entry.name, kind if kind in {*KINDS, DEFAULT_KIND} else "BUSY")


_SPAN: dict[str, Keep] = {"DTSTAMP": _moment, "DTSTART": _moment, "DTEND": _moment, "DURATION": _duration}
_SERIES: dict[str, Keep] = {
    "RRULE": _rule, "EXRULE": _rule, "RDATE": _moment, "EXDATE": _moment, "RECURRENCE-ID": _moment
}  # fmt: skip
_EVENT = _SPAN | _SERIES | {
    "SEQUENCE": _number, "TRANSP": _word("OPAQUE", "TRANSPARENT"), "STATUS": _word("TENTATIVE", "CANCELLED")
}  # fmt: skip
_FREE_BUSY = _SPAN | {"FREEBUSY": _periods}
_AVAILABILITY = _SPAN | {"BUSYTYPE": _busy_type, "PRIORITY": _number}
_KNOWN = {"VEVENT": _EVENT, "VFREEBUSY": _FREE_BUSY, "VAVAILABILITY": _AVAILABILITY}
_OBSERVANCE: dict[str, Keep] = {
    "DTSTART": _moment, "TZOFFSETFROM": _offset, "TZOFFSETTO": _offset, "RRULE": _rule, "RDATE": _moment
}  # fmt: skip
