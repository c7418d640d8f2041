"""Times of iCalendar as JSCalendar has them: local to one time zone, with the zone named once (RFC 8984 §1.4.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from a3dav_content.dates import (
    Clock,
    Duration,
    Moment,
    format_date,
    format_local,
    parse_duration,
    plus,
)
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.lines import Component
from a3dav_content.timezones import UTC, FixedZone, NamedZone, Zone, custom_zone, described_zone, named_zone
from a3dav_content.zone_references import known_name

UTC_NAME = "Etc/UTC"
_CUSTOM = re.compile(r'[^\x00-\x1f";:,\x7f]{1,200}')


class Clocks:
    """The time zones of one text or object: by their TZID there, by their id in JSCalendar."""

    def __init__(self, described: Mapping[str, Component]) -> None:
        self.described = described
        self._ids: dict[str, str | None] = {}
        self._zones: dict[str, Zone | None] = {UTC_NAME: UTC}

    def id_of(self, tzid: str) -> str | None:
        """The name that IANA has for a zone, that of a custom one behind a solidus, or None for an unknown one."""
        if tzid not in self._ids:
            self._ids[tzid] = self._named(tzid)
        return self._ids[tzid]

    def _named(self, tzid: str) -> str | None:
        component = self.described.get(tzid)
        zone = None if component is None else described_zone(tzid, component)
        if isinstance(zone, NamedZone):
            return zone.name
        if zone is not None and not isinstance(zone, FixedZone):
            name = f"/{tzid.lstrip('/')}"
            if not _CUSTOM.fullmatch(tzid):
                return None
            self._zones[name] = zone
            return name
        return known_name(tzid) or None

    def zone(self, name: str | None) -> Zone:
        """The zone of an id; floating times and unknown zones count as UTC."""
        if name is None:
            return UTC
        if name not in self._zones:
            own = self.described.get(name) or self.described.get(name.lstrip("/"))
            self._zones[name] = custom_zone(own) if name.startswith("/") and own is not None else named_zone(name)
        return self._zones[name] or UTC

    def id_of_moment(self, moment: Moment) -> str | None:
        if moment.clock is Clock.UTC:
            return UTC_NAME
        return self.id_of(moment.tzid) if moment.clock is Clock.ZONED else None

    def local(self, moment: Moment, name: str | None) -> datetime:
        """The time that a clock of a zone shows at a moment; floating moments stay."""
        own = self.id_of_moment(moment)
        if own is None or name is None or own == name:
            return moment.local
        return self.zone(name).local(self.zone(own).instant(moment.local))

    def instant(self, moment: Moment) -> int:
        return self.zone(self.id_of_moment(moment)).instant(moment.local)


def local_text(local: datetime) -> str:
    return local.isoformat()


def local_in(text: str, place: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidJson(f"there is no such day: {text[:40]!r}", place) from error


def utc_text(moment: Moment) -> str | None:
    return f"{moment.local.isoformat()}Z" if moment.clock is Clock.UTC else None


def utc_in(text: str, place: str) -> str:
    return format_local(local_in(text.removesuffix("Z"), place)) + "Z"


def duration_text(length: Duration) -> str:
    """The shortest form (RFC 8984 §1.4.6), with a sign for what is negative."""
    sign = "-" if length.days < 0 or length.seconds < 0 else ""
    days, seconds = abs(length.days), abs(length.seconds)
    weeks = f"{days // 7}W" if days and days % 7 == 0 and not seconds else ""
    date = weeks or (f"{days}D" if days else "")
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    parts = [(hours, "H"), (minutes, "M"), (rest, "S")]
    said = [index for index, (count, _) in enumerate(parts) if count]
    time = "".join(f"{count}{unit}" for count, unit in parts[said[0] : said[-1] + 1]) if said else ""
    return f"{sign}P{date}" + (f"T{time}" if time else "" if date else "T0S")


def duration_in(text: str, place: str) -> Duration:
    match = re.fullmatch(r"([+-]?P)(\d+)W(\d+)D(.*)", text)
    try:
        length = parse_duration(f"{match[1]}{match[3]}D{match[4]}" if match else text)
    except ContentError as error:
        raise InvalidJson(f"no duration: {text[:40]!r}", place) from error
    return Duration(length.days + int(match[2]) * 7, length.seconds) if match else length


def later(start: datetime, length: Duration, zone: Zone) -> int:
    """The instant a length after a local time: days by the calendar, then seconds exactly (RFC 8984 §1.4.6)."""
    return zone.instant(plus(start, timedelta(days=length.days))) + length.seconds


def written(local: datetime, *, is_date: bool = False, is_utc: bool = False) -> str:
    if is_date:
        return format_date(local)
    return format_local(local) + ("Z" if is_utc else "")
