"""Time zones by name and by VTIMEZONE (RFC 5545 §3.6.5); what IANA knows wins over what a client sends."""

from __future__ import annotations

import importlib.resources
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.metadata import version
from io import BytesIO
from itertools import takewhile
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from a3dav_content.budget import Budget
from a3dav_content.dates import instant_of, moments_of, parse_moment, parse_offset, plus, utc_of
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, parse, serialise
from a3dav_content.recurrence import Rule
from a3dav_content.windows_zones import SHOWN, WINDOWS

TZDATA_VERSION = version("tzdata")
_NAME = re.compile(r"[A-Za-z0-9_.+-]+(/[A-Za-z0-9_.+-]+)*")
MAX_ONSETS = 2000
MAX_NAME = 200
YEARLY_STEPS = 10_000
LOOK_BACK = timedelta(days=800)
"""How far before the end of a rule its last onset is looked for; onsets come every year or so."""


class Zone(Protocol):
    """Turns local times into instants and back."""

    def instant(self, local: datetime) -> int: ...

    def local(self, instant: int) -> datetime: ...


@dataclass(slots=True, frozen=True)
class FixedZone:
    offset: int = 0

    def instant(self, local: datetime) -> int:
        return instant_of(local) - self.offset

    def local(self, instant: int) -> datetime:
        return utc_of(instant + self.offset)


UTC = FixedZone()


class NamedZone:
    """A zone of IANA's data. A time in a gap counts with the offset before it, one in a fold is the first."""

    __slots__ = ("_zone", "name")

    def __init__(self, name: str, zone: ZoneInfo) -> None:
        self.name = name
        self._zone = zone

    def instant(self, local: datetime) -> int:
        offset = local.replace(tzinfo=self._zone).utcoffset() or timedelta(0)
        return instant_of(local) - round(offset.total_seconds())

    def local(self, instant: int) -> datetime:
        moment = utc_of(instant)
        try:
            return self._zone.fromutc(moment.replace(tzinfo=self._zone)).replace(tzinfo=None, fold=0)
        except OverflowError:
            return moment


class Onset(NamedTuple):
    """Where an offset begins to hold, in the local time before it."""

    local: datetime
    offset_from: int
    offset_to: int

    @property
    def instant(self) -> int:
        return instant_of(self.local) - self.offset_from

    def skips(self, local: datetime) -> bool:
        """True for a time that no clock shows, since it was put forward."""
        return local < plus(self.local, timedelta(seconds=self.offset_to - self.offset_from))


@dataclass(slots=True)
class Observance:
    """One STANDARD or DAYLIGHT part: from each onset, in the local time before it, an offset holds."""

    start: datetime
    offset_from: int
    offset_to: int
    rules: list[Rule]
    dates: list[datetime]

    def onsets(self, low: datetime, high: datetime, budget: Budget) -> Iterator[Onset]:
        budget.spend(1 + len(self.dates))
        found = {day for day in (self.start, *self.dates) if low <= day < high}
        for rule in self.rules:
            starts = rule.starts(self.start, budget, since=low)
            found.update(day for day in takewhile(lambda day: day < high, starts) if day >= low)
        return (Onset(day, self.offset_from, self.offset_to) for day in found)

    def last_onset(self, moment: datetime, budget: Budget) -> datetime:
        """The last onset that is not behind a moment; `start` must not be."""
        budget.spend(1 + len(self.dates))
        last = max(day for day in (self.start, *self.dates) if day <= moment)
        for rule in self.rules:
            end = min(rule.until or moment, moment)
            starts = rule.starts(self.start, budget, since=plus(end, -LOOK_BACK))
            last = max([last, *(day for day in takewhile(end.__ge__, starts))])
        return last


@dataclass(slots=True)
class CustomZone:
    """A zone as an object's own VTIMEZONE describes it; clock changes count as those of a NamedZone."""

    observances: list[Observance]
    _years: dict[int, list[Onset]] = field(default_factory=dict)

    def instant(self, local: datetime) -> int:
        onsets = self._onsets(local.year)
        onset = onsets[bisect_right(onsets, local, key=lambda entry: entry.local) - 1]
        return instant_of(local) - (onset.offset_from if onset.skips(local) else onset.offset_to)

    def local(self, instant: int) -> datetime:
        onsets = self._onsets(utc_of(instant).year)
        place = bisect_right(onsets, instant, key=lambda entry: entry.instant)
        return utc_of(instant + onsets[max(place - 1, 0)].offset_to)

    def _onsets(self, year: int) -> list[Onset]:
        """The offset from the beginning of time, then the onsets of a year and the one before it."""
        if year not in self._years:
            if len(self._years) > 500:
                self._years.clear()
            budget = Budget(YEARLY_STEPS)
            low = datetime(max(year - 1, 1), 1, 1)
            # A day more, for those whose year is another in UTC.
            high = datetime(year + 1, 1, 2) if year < 9999 else datetime.max
            offset = self._offset_before(low, budget)
            found = [onset for entry in self.observances for onset in entry.onsets(low, high, budget)]
            self._years[year] = [Onset(datetime.min, offset, offset), *sorted(found)]
        return self._years[year]

    def _offset_before(self, moment: datetime, budget: Budget) -> int:
        past = [entry for entry in self.observances if entry.start <= moment]
        if not past:
            return min(self.observances, key=lambda entry: entry.start).offset_from
        return max(past, key=lambda entry: entry.last_onset(moment, budget)).offset_to


def custom_zone(component: Component) -> Zone | None:
    """The zone of a VTIMEZONE; None where it says nothing that could be used."""
    observances = []
    for part in component.components[:MAX_ONSETS]:
        if part.name in {"STANDARD", "DAYLIGHT"}:
            try:
                observances.append(_observance(part))
            except ContentError:
                continue
    return CustomZone(observances) if observances else None


def _observance(part: Component) -> Observance:
    start = part.first("DTSTART")
    to, since = part.value("TZOFFSETTO"), part.value("TZOFFSETFROM")
    if start is None or to is None:
        raise ContentError(f"a {part.name} without DTSTART or TZOFFSETTO", part.line)
    offset_to = parse_offset(to)
    offset_from = parse_offset(since) if since else offset_to
    rules = [_local_rule(Rule.parse(entry.value), offset_from) for entry in part.all("RRULE")[:10]]
    dates = [moment.local for entry in part.all("RDATE")[:MAX_ONSETS] for moment in moments_of(entry)]
    return Observance(parse_moment(start.value).local, offset_from, offset_to, rules, dates[:MAX_ONSETS])


def _local_rule(rule: Rule, offset: int) -> Rule:
    if rule.until is None or not rule.until_utc:
        return rule
    return rule.localised(plus(rule.until, timedelta(seconds=offset)))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """IANA's names by their lower-case form."""
    listing = importlib.resources.files("tzdata").joinpath("zones").read_text()
    return {name.lower(): name for name in listing.split()}


def standard_names() -> frozenset[str]:
    """The names of zones as IANA writes them, those that are aliases among them."""
    return frozenset(_names().values())


def is_standard(tzid: str) -> bool:
    """Whether a client finds a zone by this very name wherever it has IANA's data from."""
    return _names().get(tzid.lower()) == tzid


def named_zone(tzid: str) -> Zone | None:
    """The zone of an IANA or Windows name, whatever its case, blanks or vendor prefix."""
    return _named(tzid) if len(tzid) <= MAX_NAME else None


@lru_cache(maxsize=1024)
def _named(tzid: str) -> Zone | None:
    name = tzid.strip().strip('"')
    known = _iana_name(name)
    if not known and name.upper() not in _UTC:
        shown = _SHOWN_OFFSET.sub("", name.lower()).strip()
        known = _names().get((WINDOWS.get(name.lower()) or SHOWN.get(shown, "")).lower(), "")
    if known.upper() in _UTC or name.upper() in _UTC:
        return UTC
    return NamedZone(known, _load(known)) if known else _fixed(name)


_UTC = {"UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "TZONE://MICROSOFT/UTC"}
_SHOWN_OFFSET = re.compile(r"^\((?:utc|gmt)(?:[+-]\d\d:\d\d)?\)")
_OFFSET = re.compile(r"(?:UTC([+-]\d{1,2})|(?:UTC|GMT)?([+-]\d\d):?(\d\d))", re.ASCII | re.IGNORECASE)


def _iana_name(name: str) -> str:
    if not _NAME.fullmatch(name.strip("/")):
        return ""
    parts = name.strip("/").split("/")
    for start in range(len(parts)):  # /freeassociation.sourceforge.net/Europe/Berlin and the like
        known = _names().get("/".join(parts[start:]).lower())
        if known and (start == 0 or "/" in known):
            return known
    return ""


def _fixed(name: str) -> Zone | None:
    """A name that is an offset; of GMT+5 nobody knows whether it is meant as POSIX does, so that it is none."""
    match = _OFFSET.fullmatch(name)
    if match is None:
        return None
    hours, minutes = int(match.group(1) or match.group(2)), int(match.group(3) or 0)
    if abs(hours) > 14 or minutes > 59:
        return None
    return FixedZone(hours * 3600 + (-60 if name.find("-") >= 0 else 60) * minutes)


def described_zone(tzid: str, component: Component | None) -> Zone | None:
    """What a name stands for beside a VTIMEZONE: what IANA knows by it, or else what the VTIMEZONE says.

    A name that is of Windows and not of IANA counts only where the rules that come with it are the same.
    """
    known = named_zone(tzid)
    if component is None or (known is not None and _iana_name(tzid.strip().strip('"'))):
        return known
    return _reconciled(tzid, serialise(component)) if known is not None else custom_zone(component)


@lru_cache(maxsize=128)
def _reconciled(tzid: str, text: bytes) -> Zone | None:
    known, own = named_zone(tzid), custom_zone(parse(text)[0])
    return own if known is not None and own is not None and not _agree(known, own) else known


def _agree(one: Zone, other: Zone) -> bool:
    """Whether two zones show the same in the years around the release of the data."""
    year = int(TZDATA_VERSION[:4])
    moments = [
        instant_of(datetime(near, month, day)) for near in (year, year + 1) for month in _MONTHS for day in (1, 15)
    ]
    return all(one.local(moment) == other.local(moment) for moment in moments)


_MONTHS = range(1, 13)


def zone_file(name: str) -> bytes:
    """The file of a zone in the tzdata package, so that updates follow it and not the system."""
    package, _, leaf = f"tzdata/zoneinfo/{name}".rpartition("/")
    return importlib.resources.files(package.replace("/", ".")).joinpath(leaf).read_bytes()


def _load(name: str) -> ZoneInfo:
    return ZoneInfo.from_file(BytesIO(zone_file(name)), key=name)


class Zones:
    """The zones of one calendar object: named ones first, then its own, then the default."""

    __slots__ = ("_components", "_custom", "default")

    def __init__(self, components: Mapping[str, Component], default: Zone = UTC) -> None:
        self._components = components
        self._custom: dict[str, Zone] = {}
        self.default = default

    def get(self, tzid: str) -> Zone:
        component = self._components.get(tzid)
        if component is None:
            return named_zone(tzid) or self.default
        if tzid not in self._custom:
            self._custom[tzid] = described_zone(tzid, component) or self.default
        return self._custom[tzid]


def zone_of_calendar(body_calendar: Component) -> Zone | None:
    """The zone of the one VTIMEZONE in a calendar, as CALDAV:calendar-timezone holds it."""
    for component in body_calendar.sub("VTIMEZONE"):
        entry = component.first("TZID")
        return described_zone(entry.text if entry else "", component)
    return None
