"""The next weeks of a calendar as a small page, without a script and with nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from a3dav.exchange import Response
from a3dav.identifiers import now_ms
from a3dav.resources import Resource
from a3dav.xml.reading import read_xml, text_of
from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.timezones import UTC, NamedZone, Zone, named_zone

if TYPE_CHECKING:
    from a3dav.house import House

WEEKS = 4
MOST_ROWS = 500
TIMEZONE_ID = "{urn:ietf:params:xml:ns:caldav}calendar-timezone-id"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}h1{font-size:1.4rem}"
    "h2{font-size:1rem;margin:1.5rem 0 .25rem}ul{list-style:none;margin:0;padding:0}time{display:inline-block;"
    "min-width:8rem;font-variant-numeric:tabular-nums}"
)


@dataclass(slots=True, frozen=True, order=True)
class Row:
    day: date
    begins: str
    until: str
    summary: str
    place: str


def page_of(house: House, collection: Resource, title: str, bodies: Iterable[bytes]) -> Response:
    zone = _zone_of(house, collection)
    rows = sorted(_rows(house, zone, bodies))[:MOST_ROWS]
    headers = [("Content-Security-Policy", POLICY)]
    return Response(200, "".join(_html(title, zone, rows)).encode(), headers, "text/html; charset=utf-8")


def _zone_of(house: House, collection: Resource) -> Zone:
    stored = house.store.properties([collection]).get(collection.id, {}).get(TIMEZONE_ID)
    named = named_zone(text_of(read_xml(stored))) if stored else None
    return named or named_zone(house.section("caldav").default_timezone) or UTC


def _rows(house: House, zone: Zone, bodies: Iterable[bytes]) -> Iterator[Row]:
    """What costs too much to reckon, or cannot be, is left out; the file has it."""
    whole = Budget(house.settings.limits.expansion_steps)
    start = now_ms() // 1000 // DAY * DAY
    for body in bodies:
        try:
            found = CalendarObject.parse(body)
            if found.component == "VEVENT":
                instances = Instances(found, zone, whole.share(whole.steps // 4))
                yield from [_row(one, zone) for one in instances.between(start, start + WEEKS * 7 * DAY)]
        except ContentError:
            continue


def _row(one: Occurrence, zone: Zone) -> Row:
    begin, end = (one.local, one.local) if one.is_date else (zone.local(one.start), zone.local(one.end))
    summary, place = (_text(one.component, name) for name in ("SUMMARY", "LOCATION"))
    if one.is_date:
        days = max(1, round((one.end - one.start) / DAY))
        last = begin.date() + timedelta(days=days - 1)
        return Row(begin.date(), "", f"{last:%d %B}" if days > 1 else "", summary, place)
    return Row(begin.date(), f"{begin:%H:%M}", _end(begin, end), summary, place)


def _end(begin: datetime, end: datetime) -> str:
    if end <= begin:
        return ""
    return f"{end:%H:%M}" if end.date() == begin.date() else f"{end:%d %B %H:%M}"


def _text(component: Component, name: str) -> str:
    entry = component.first(name)
    return entry.text.strip()[:500] if entry is not None else ""


def _html(title: str, zone: Zone, rows: Iterable[Row]) -> Iterator[str]:
    name = zone.name if isinstance(zone, NamedZone) else "UTC"
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>'
    yield '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex, nofollow">'
    yield f"<style>{_STYLE}</style><h1>{escape(title)}</h1><p>The next {WEEKS} weeks, times in {escape(name)}.</p>"
    for day, of_day in groupby(rows, key=lambda row: row.day):
        yield f"<h2>{day:%A, %d %B %Y}</h2><ul>"
        yield from map(_line, of_day)
        yield "</ul>"
    yield "</html>"


def _line(row: Row) -> str:
    when = "–".join(filter(None, (row.begins or "all day", row.until)))
    what = escape(row.summary or "Busy") + (f" ({escape(row.place)})" if row.place else "")
    return f"<li><time>{when}</time> {what}</li>"
