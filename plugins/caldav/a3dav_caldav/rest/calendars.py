"""The operations on calendars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from a3dav.api import ApiCall, aim, passing, reach
from a3dav.api.collections import CollectionShape
from a3dav.api.shapes import text, update
from a3dav.errors import NotFound
from a3dav.exchange import Response
from a3dav.methods.proppatch import Update
from a3dav.methods.report import CPU_THRESHOLD
from a3dav.registries import ApiAction, ApiPart
from a3dav.resources import Resource
from a3dav_caldav.busy_rows import count_others, count_told
from a3dav_caldav.busy_time import is_transparent
from a3dav_caldav.calendars import CALENDAR_ELEMENTS, COMPONENT_SET
from a3dav_caldav.downloads import COLOUR, DESCRIPTION
from a3dav_caldav.index import calendars_of
from a3dav_caldav.names import CALENDAR, CALENDARS, HOME, TRANSPARENCY, caldav
from a3dav_caldav.properties import components_of
from a3dav_caldav.reports.calendar_query import SERIES_MICROSECONDS
from a3dav_caldav.reports.free_busy_query import READ_FREE_BUSY, ROW_MICROSECONDS, busy_periods
from a3dav_caldav.rest.ranges import told, whole_span_of
from a3dav_caldav.timezones import TIMEZONE_ID
from a3dav_content.time_range import TimeRange

_TEXTS = {"description": DESCRIPTION, "color": COLOUR, "timeZone": TIMEZONE_ID}
_STATUS = {"BUSY": "busy", "BUSY-TENTATIVE": "tentative", "BUSY-UNAVAILABLE": "unavailable"}


def _show(stored: Mapping[str, bytes]) -> Mapping[str, object]:
    return {
        **{name: text(stored.get(property_name)) for name, property_name in _TEXTS.items()},
        "components": list(components_of(stored)),
        "countsAsBusy": not is_transparent(stored),
    }


def _updates(body: Mapping[str, Any]) -> Sequence[Update]:
    found = [update(property_name, body, name) for name, property_name in _TEXTS.items() if name in body]
    if "components" in body:
        found.append(Update(COMPONENT_SET, _with_parts(COMPONENT_SET, "comp", body["components"])))
    if "countsAsBusy" in body:
        found.append(
            Update(TRANSPARENCY, _with_parts(TRANSPARENCY, "opaque" if body["countsAsBusy"] else "transparent"))
        )
    return found


def _with_parts(name: str, part: str, values: Sequence[str] | None = None) -> etree._Element:
    element = etree.Element(name)
    for value in [None] if values is None else values:
        entry = etree.SubElement(element, caldav(part))
        if value is not None:
            entry.set("name", value)
    return element


SHAPE = CollectionShape(CALENDARS, CALENDAR, frozenset(CALENDAR_ELEMENTS), "calendarId", _show, _updates)


def _busy_cost(call: ApiCall) -> int:
    calendars = [calendar.id for calendar in calendars_of(call.house, _asked(call))]
    span = whole_span_of(call.house, call.parameters)
    dear = SERIES_MICROSECONDS * count_others(call.house.store, calendars, span)
    return dear + ROW_MICROSECONDS * count_told(call.house.store, calendars, span, CPU_THRESHOLD)


def _asked(call: ApiCall) -> Resource:
    """The calendar, or the home of the account that is asked about."""
    if SHAPE.variable in call.parameters:
        return reach(call, SHAPE.variable, CALENDAR, READ_FREE_BUSY)
    house, me = call.house, call.identity.account
    wanted = call.parameters.get("account")
    account = house.store.accounts.by_id(bytes.fromhex(wanted)) if wanted else me
    home = house.store.home(CALENDARS, account.id, account.name) if account is not None else None
    if home is None or home.kind != HOME or not house.permitted(call.identity, [home], READ_FREE_BUSY):
        raise NotFound("nothing has this identifier")
    return home


def _free_busy(call: ApiCall) -> Response:
    span = whole_span_of(call.house, call.parameters)
    aim(call, _asked(call))
    periods = busy_periods(call.exchange, span)
    return call.answer(_about(span) | {"periods": [_period(*period) for period in periods]})


def _about(span: TimeRange) -> dict[str, object]:
    return {"from": told(span.start), "to": told(span.end)}


def _period(start: int, end: int, kind: str) -> dict[str, str]:
    return {"start": told(start), "end": told(end), "status": _STATUS[kind]}


PART = ApiPart(
    Path(__file__).with_name("calendars.yaml"),
    {
        **SHAPE.actions("calendars"),
        "calendars.export": passing("GET", SHAPE.aim),
        "calendars.import": passing("POST", SHAPE.aim, CALENDAR),
        "calendars.freeBusy": ApiAction(_free_busy, cost=_busy_cost),
        "calendars.freeBusyOfAccount": ApiAction(_free_busy, cost=_busy_cost),
    },
)
