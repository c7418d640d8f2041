"""Components as jCal (RFC 7265); `jcal_reading` has the way back.

A value that is not of the type that VALUE names is of the one its property has by default; one that is not of
that either goes out as `unknown`, as it is written, and so comes back as it was.
Groups, which iCalendar does not have, are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from a3dav_content.calendar_head import NOTHING_SAID, CalendarHead
from a3dav_content.calendar_objects import PRODID, gathered
from a3dav_content.jcal_values import Unfit, to_json
from a3dav_content.lines import Component, Params, Property, decode_param, parse, split_unescaped

MEDIA_TYPE = "application/calendar+json"
UNKNOWN = "unknown"

_OF_TYPE = {
    "cal-address": "ATTENDEE ORGANIZER CALENDAR-ADDRESS",
    "date-time": "ACKNOWLEDGED COMPLETED CREATED DTEND DTSTAMP DTSTART DUE EXDATE LAST-MODIFIED RDATE RECURRENCE-ID"
    " TZUNTIL",
    "duration": "DURATION TRIGGER",
    "float": "GEO",
    "integer": "PERCENT-COMPLETE PRIORITY REPEAT SEQUENCE",
    "period": "FREEBUSY",
    "recur": "RRULE EXRULE",
    "text": "ACTION BUSYTYPE CALSCALE CATEGORIES CLASS COLOR COMMENT CONTACT DESCRIPTION LOCATION LOCATION-TYPE METHOD"
    " NAME PARTICIPANT-TYPE PRODID PROXIMITY REFID RELATED-TO REQUEST-STATUS RESOURCE-TYPE RESOURCES STATUS SUMMARY"
    " TRANSP TZID TZID-ALIAS-OF TZNAME UID VERSION",
    "uri": "ATTACH CONCEPT TZURL URL",
    "utc-offset": "TZOFFSETFROM TZOFFSETTO",
}
DEFAULTS = {name: kind for kind, names in _OF_TYPE.items() for name in names.split()}
"""The type of a property without VALUE; one that is not named here has none (RFC 7265 §5.1)."""
LISTS = {"CATEGORIES", "EXDATE", "FREEBUSY", "LOCATION-TYPE", "RDATE", "RESOURCES"}
STRUCTURED = {"GEO", "REQUEST-STATUS"}
PLAIN = {"boolean", "date", "date-time", "duration", "float", "integer", "period", "text", "time", "utc-offset"}
"""The types whose values cannot hold a separator that is not escaped."""

_DATE_FORM = re.compile(r"\s*\d{8}\s*(,|\Z)", re.ASCII)
_DATE_TIME_FORM = re.compile(r"\s*\d{8}T\d{6}Z?\s*([,/]|\Z)", re.ASCII)


def converted(body: bytes) -> bytes:
    """A calendar as jCal; several of them are an array (RFC 7265 §3.2). Raises ContentError."""
    found = [to_jcal(component) for component in parse(body)]
    return dumps(found[0] if len(found) == 1 else found)


def join(bodies: Iterable[bytes], head: CalendarHead = NOTHING_SAID) -> Iterator[bytes]:
    """One calendar of many objects, piece by piece, with each time zone once."""
    said = [Property("VERSION", "2.0"), Property("PRODID", PRODID), *head.properties()]
    yield b'["vcalendar",' + dumps([jcal_property(entry) for entry in said]) + b",["
    for number, component in enumerate(gathered(bodies)):
        yield (b"," if number else b"") + serialise(component)
    yield b"]]"


def serialise(component: Component) -> bytes:
    return dumps(to_jcal(component))


def dumps(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def may_be_several(name: str, kind: str) -> bool:
    return name in LISTS or (name not in DEFAULTS and kind in PLAIN)


def may_have_parts(name: str, kind: str) -> bool:
    return name in STRUCTURED or (name not in DEFAULTS and kind in PLAIN)


def to_jcal(component: Component) -> list[Any]:
    """A component as an array of its name, its properties and its components."""
    return [
        component.name.lower(),
        [jcal_property(entry) for entry in component.properties],
        [to_jcal(child) for child in component.components],
    ]


def jcal_property(entry: Property) -> list[Any]:
    """A property as an array of its name, its parameters, its type and its values."""
    default = DEFAULTS.get(entry.name, UNKNOWN)
    for declared in ((entry.param("VALUE") or default).strip().lower(), default):
        kind = _kind(entry, declared)
        try:
            return [entry.name.lower(), jcal_params(entry.params), kind, *_values(entry, kind)]
        except Unfit:
            continue
    return [entry.name.lower(), jcal_params(entry.params), UNKNOWN, entry.value]


def _kind(entry: Property, kind: str) -> str:
    """The type that a value is of; which of the dated ones, its form tells, as everywhere."""
    if kind in {"date", "date-time", "period"}:
        if _DATE_FORM.match(entry.value):
            return "date"
        if found := _DATE_TIME_FORM.match(entry.value):
            return "period" if found.group(1) == "/" else "date-time"
    return kind or UNKNOWN


def _values(entry: Property, kind: str) -> list[Any]:
    if entry.name in STRUCTURED:
        return [[to_json(kind, part) for part in split_unescaped(entry.value, ";")]]
    several = may_be_several(entry.name, kind)
    values = split_unescaped(entry.value, ",") if several else [entry.value]
    if entry.name in DEFAULTS or not several:
        return [to_json(kind, value) for value in values]
    return [_structure(kind, value) for value in values]


def _structure(kind: str, text: str) -> Any:
    parts = [to_json(kind, part) for part in split_unescaped(text, ";")]
    return parts if len(parts) > 1 else parts[0]


def jcal_params(params: Params) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for name, values in params:
        if name != "VALUE":
            found.setdefault(name.lower(), []).extend(map(decode_param, values))
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}
