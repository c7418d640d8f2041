"""Reads a CALDAV:filter (RFC 4791 §9.7 to §9.9); refuses what is not valid, and names what is not offered."""

from __future__ import annotations

from typing import Any

from a3dav_content.calendar_filters import CalendarFilter, CompFilter, PropFilter
from a3dav_content.calendar_objects import COMPONENTS
from a3dav_content.collation import ASCII_CASEMAP
from a3dav_content.dates import parse_utc
from a3dav_content.errors import ContentError, InvalidFilter, UnsupportedFilter
from a3dav_content.partial_components import CALDAV
from a3dav_content.property_range import TIMELESS
from a3dav_content.text_match import known_in, name_of, parse_param_filter, parse_text_match
from a3dav_content.time_range import BEGINNING, FOREVER, TimeRange

RANGED = {"VCALENDAR", *COMPONENTS, "VALARM", "AVAILABLE"}
MAX_DEPTH = 8
_INSIDE = {
    **dict.fromkeys((*COMPONENTS, "VTIMEZONE"), ("VCALENDAR",)),
    "VALARM": ("VEVENT", "VTODO"),
    "AVAILABLE": ("VAVAILABILITY",),
    "STANDARD": ("VTIMEZONE",),
    "DAYLIGHT": ("VTIMEZONE",),
    "VCALENDAR": (),
}
"""Where registered components stand; those that nobody registered stand anywhere, and anything in them."""


def parse(element: Any) -> CalendarFilter:
    """Raises InvalidFilter, UnsupportedFilter or UnsupportedCollation."""
    tops = known_in(element, CALDAV)
    if len(tops) != 1 or tops[0].tag != _caldav("comp-filter") or name_of(tops[0]) != "VCALENDAR":
        raise InvalidFilter("a filter holds exactly one comp-filter, for VCALENDAR")
    return CalendarFilter(_comp_filter(tops[0], 1))


def _caldav(local: str) -> str:
    return f"{{{CALDAV}}}{local}"


def _comp_filter(element: Any, depth: int, parent: str = "") -> CompFilter:
    if depth > MAX_DEPTH:
        raise InvalidFilter(f"comp-filters are nested deeper than {MAX_DEPTH}")
    name = name_of(element)
    if parent in _INSIDE and parent not in _INSIDE.get(name, (parent,)):
        raise InvalidFilter(f"no {name[:40]} stands in {parent}")
    properties, components, span, is_not_defined = [], [], None, False
    inside = known_in(element, CALDAV)
    for child in inside:
        if child.tag == _caldav("is-not-defined"):
            is_not_defined = True
        elif child.tag == _caldav("time-range") and span is None:
            span = parse_time_range(child)
        elif child.tag == _caldav("prop-filter"):
            properties.append(_prop_filter(child))
        elif child.tag == _caldav("comp-filter"):
            components.append(_comp_filter(child, depth + 1, name))
        else:
            raise InvalidFilter(f"a comp-filter cannot hold {child.tag} here")
    if is_not_defined and len(inside) > 1:
        raise InvalidFilter("is-not-defined stands alone in a comp-filter")
    if span is not None and name not in RANGED:
        raise UnsupportedFilter(f"{name[:40]} has no time-range", "comp-filter", name)
    return CompFilter(name, is_not_defined, span, tuple(properties), tuple(components))


def _prop_filter(element: Any) -> PropFilter:
    name = name_of(element)
    span, text_match, params, is_not_defined = None, None, [], False
    inside = known_in(element, CALDAV)
    for child in inside:
        if child.tag == _caldav("is-not-defined"):
            is_not_defined = True
        elif child.tag == _caldav("time-range") and span is None and text_match is None:
            span = parse_time_range(child)
        elif child.tag == _caldav("text-match") and span is None and text_match is None:
            text_match = parse_text_match(child, ASCII_CASEMAP)
        elif child.tag == _caldav("param-filter"):
            params.append(parse_param_filter(child, CALDAV, ASCII_CASEMAP))
        else:
            raise InvalidFilter(f"a prop-filter cannot hold {child.tag} here")
    if is_not_defined and len(inside) > 1:
        raise InvalidFilter("is-not-defined stands alone in a prop-filter")
    if span is not None and name in TIMELESS:
        raise InvalidFilter(f"{name} is no time, so it is in no time-range")
    return PropFilter(name, is_not_defined, span, text_match, tuple(params))


def parse_time_range(element: Any, *, both: bool = False) -> TimeRange:
    """Reads a time-range, or an expand or limit element that needs both ends."""
    start, end = element.get("start"), element.get("end")
    if (start is None and end is None) or (both and (start is None or end is None)):
        raise InvalidFilter(f"{element.tag} lacks its start or end")
    try:
        found = TimeRange(BEGINNING if start is None else parse_utc(start), FOREVER if end is None else parse_utc(end))
    except ContentError as error:
        raise InvalidFilter(f"{element.tag}: {error}") from error
    if found.start >= found.end:
        raise InvalidFilter(f"{element.tag} ends before it starts")
    return found
