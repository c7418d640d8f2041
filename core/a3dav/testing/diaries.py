"""A diary of many years: single events and whole days, and one event in ten that recurs without an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

FIRST = datetime(2022, 1, 3, 9)
MONTH = ("20260301T000000Z", "20260401T000000Z")
YEARS = 10
_FORMS = (
    "DTSTART:{at:%Y%m%dT%H%M%S}Z",
    "DTSTART;VALUE=DATE:{at:%Y%m%d}",
    "DTSTART;TZID=Europe/Berlin:{at:%Y%m%dT%H%M%S}",
    "DTSTART:{at:%Y%m%dT%H%M%S}",
)
_RULES = ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU,FR", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=YEARLY", "FREQ=DAILY;INTERVAL=3")


def events(count: int) -> Iterator[str]:
    """Spread evenly; the same ones each time."""
    for number in range(count):
        at = FIRST + timedelta(minutes=number * YEARS * 365 * 1440 // count)
        recurs = number % 10 == 0
        form = _FORMS[(number // 10 if recurs else number) % len(_FORMS)]
        rule = [f"RRULE:{_RULES[number // 10 % len(_RULES)]}"] if recurs else []
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//diary//EN", "BEGIN:VEVENT", f"UID:{number}"]
        lines += ["DTSTAMP:20260101T000000Z", form.format(at=at), *rule, "END:VEVENT", "END:VCALENDAR", ""]
        yield "\r\n".join(lines)


def query(start: str, end: str, inside: str = "") -> str:
    """A calendar-query for the events in a range."""
    return (
        '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
        "<D:prop><D:getetag/><C:calendar-data/></D:prop>"
        '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        f'<C:time-range start="{start}" end="{end}"/>{inside}'
        "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
    )
