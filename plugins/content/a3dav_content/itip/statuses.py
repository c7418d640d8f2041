"""How a message went: REQUEST-STATUS (RFC 5546 §3.6) and SCHEDULE-STATUS (RFC 6638 §3.2.9), and what never goes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import address_of, with_param
from a3dav_content.lines import Component, Property, escape_text, split_unescaped
from a3dav_content.occurrences import Instances

PENDING, SENT, DELIVERED = "1.0", "1.1", "1.2"
SUCCESS, PARAMETER_IGNORED = "2.0", "2.3"
INVALID_USER, NO_AUTHORITY = "3.7", "3.8"
UNAVAILABLE, NO_WAY, NOT_ALLOWED = "5.1", "5.2", "5.3"

DESCRIPTIONS = {
    "1.0": "Pending",
    "1.1": "Sent",
    "1.2": "Delivered",
    "2.0": "Success",
    "2.1": "Success, with a fallback for a value",
    "2.2": "Success, an invalid property was ignored",
    "2.3": "Success, an invalid parameter was ignored",
    "2.4": "Success, an unknown property was ignored",
    "2.5": "Success, an unknown value was ignored",
    "2.6": "Success, an invalid component was ignored",
    "2.7": "Success, forwarded to another user",
    "2.8": "Success, scheduled as a single event",
    "2.9": "Success, the end was cut to a day",
    "2.10": "Success, scheduled as a single to-do",
    "2.11": "Success, cut to a number of instances",
    "3.0": "Invalid property name",
    "3.1": "Invalid property value",
    "3.2": "Invalid parameter",
    "3.3": "Invalid parameter value",
    "3.4": "Invalid sequence of components",
    "3.5": "Invalid date or time",
    "3.6": "Invalid rule",
    "3.7": "Invalid calendar user",
    "3.8": "No authority",
    "3.9": "Unsupported version",
    "3.10": "Too large",
    "3.11": "A required component or property is missing",
    "3.12": "Unknown component or property",
    "3.13": "Unsupported component or property",
    "3.14": "Unsupported capability",
    "4.0": "Busy at that time",
    "5.0": "Not supported",
    "5.1": "Service unavailable",
    "5.2": "No way to deliver",
    "5.3": "No scheduling with this user",
}
_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,2}", re.ASCII)
_PEOPLE = {"ATTENDEE", "ORGANIZER"}
SERVER_PARAMS = frozenset({"SCHEDULE-AGENT", "SCHEDULE-STATUS", "SCHEDULE-FORCE-SEND"})
"""What a client and its server tell one another, and nobody else (RFC 6638 §7.1 to §7.3)."""


def request_status(code: str, data: str = "") -> Property:
    """REQUEST-STATUS with its code, description and what offended."""
    parts = [code, escape_text(DESCRIPTIONS.get(code, "")), *([escape_text(data)] if data else [])]
    return Property("REQUEST-STATUS", ";".join(parts))


def request_codes(component: Component) -> tuple[str, ...]:
    """The codes of a component's REQUEST-STATUS properties; 2.0 where it has none (RFC 5546 §3.6)."""
    found = (split_unescaped(entry.value, ";")[0].strip() for entry in component.all("REQUEST-STATUS"))
    return tuple(code for code in found if _CODE.fullmatch(code)) or (SUCCESS,)


def with_status(
    found: CalendarObject, address: str, codes: str | tuple[str, ...], places: Collection[int | None] | None = None
) -> Component:
    """The calendar with SCHEDULE-STATUS on the ATTENDEE or ORGANIZER entries of a normal address.

    `places` are the instances meant, as instants of their RECURRENCE-IDs, and None for the master; all where it is
    not given.
    """
    value = codes if isinstance(codes, str) else ",".join(codes)
    meant = None if places is None else _meant(found, places)

    def marked(entry: Property) -> Property:
        if entry.name not in _PEOPLE or address_of(entry) != address or entry.param("SCHEDULE-STATUS") == value:
            return entry
        return with_param(entry, "SCHEDULE-STATUS", value)

    return _rewritten(found.calendar, marked, meant)


def _meant(found: CalendarObject, places: Collection[int | None]) -> set[int]:
    meant = {id(one.component) for one in Instances(found).overrides if one.anchor in places}
    if None in places and found.master is not None:
        meant.add(id(found.master))
    return meant


def without_force_send(calendar: Component) -> Component:
    """SCHEDULE-FORCE-SEND is a wish that is heard once, and never kept (RFC 6638 §7.2)."""
    return _rewritten(calendar, lambda entry: _without(entry, frozenset({"SCHEDULE-FORCE-SEND"})))


def without_server_params(calendar: Component) -> Component:
    """A calendar as it may be sent (RFC 6638 §7.1 to §7.3)."""
    return _rewritten(calendar, lambda entry: _without(entry, SERVER_PARAMS))


def _without(entry: Property, names: frozenset[str]) -> Property:
    if entry.name not in _PEOPLE or not any(name in names for name, _ in entry.params):
        return entry
    return replace(entry, params=tuple(pair for pair in entry.params if pair[0] not in names))


def _rewritten(calendar: Component, change: Callable[[Property], Property], meant: set[int] | None = None) -> Component:
    """A copy with properties of its components changed; the calendar itself where nothing is."""
    components = []
    for component in calendar.components:
        properties = component.properties if meant is not None and id(component) not in meant else [
            change(entry) for entry in component.properties
        ]  # fmt: skip
        same = all(new is old for new, old in zip(properties, component.properties, strict=True))
        components.append(component if same else replace(component, properties=properties))
    if all(new is old for new, old in zip(components, calendar.components, strict=True)):
        return calendar
    return replace(calendar, components=components)
