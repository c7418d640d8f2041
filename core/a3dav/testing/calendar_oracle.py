"""A series of a calendar, and its instances found the dumb way: day after day, and every sentence of the RFC as a test.

It shares nothing with the code that it judges, is slow, and is for tests alone.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEPS = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1), "SECONDLY": timedelta(seconds=1)}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Recur:
    """An RRULE; `parts` has the BY parts, those of BYDAY as pairs of an ordinal (or 0) and a weekday."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    wkst: int = 0
    parts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    byday: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Changed:
    """An override of the instance that stood at `key`."""

    key: datetime
    start: datetime
    days: int
    seconds: int
    following: bool = False


@dataclass(frozen=True)
class Series:
    """`clock` is "date", "floating", "UTC" or the name of a zone; `end` is the property that tells the length."""

    kind: str
    clock: str
    start: datetime
    end: str = ""
    days: int = 0
    seconds: int = 0
    recur: Recur | None = None
    rdates: tuple[datetime, ...] = ()
    exdates: tuple[datetime, ...] = ()
    changes: tuple[Changed, ...] = ()


@dataclass(frozen=True)
class Found:
    """An instance: the place in the series, start and end as instants, and whether the end is told."""

    key: datetime
    local: datetime
    start: int
    end: int
    ends_by: str
    overridden: bool = False


# -- the rule ---------------------------------------------------------------------------------------


def moments(recur: Recur, start: datetime, horizon: datetime) -> list[datetime]:
    """DTSTART and what the rule adds to it, up to a horizon."""
    found = {start} | {moment for moment in _of_rule(recur, start, horizon) if moment > start}
    ordered = sorted(moment for moment in found if recur.until is None or moment <= recur.until or moment == start)
    return ordered[: recur.count] if recur.count else ordered


def _of_rule(recur: Recur, start: datetime, horizon: datetime) -> Iterator[datetime]:
    if recur.freq in STEPS:
        yield from _of_short_periods(recur, start, horizon)
        return
    # From the year before on, since a week of a year may begin in the one before; so far back no day counts.
    first = date(start.year, 1, 1) - timedelta(days=14)
    days = (first + timedelta(days=number) for number in range((horizon.date() - first).days + 400))
    in_step = (day for day in days if _period(recur, start, day) % recur.interval == 0)
    for _, period in groupby((day for day in in_step if _takes(recur, start, day)), lambda d: _period(recur, start, d)):
        yield from _positions(recur, [datetime.combine(day, at) for day in period for at in _times(recur, start)])


def _period(recur: Recur, start: datetime, day: date) -> int:
    """How many periods a day lies behind the start."""
    if recur.freq == "YEARLY":
        year = _week_year(day, recur.wkst)[0] if "BYWEEKNO" in recur.parts else day.year
        return year - start.year
    if recur.freq == "MONTHLY":
        return (day.year - start.year) * 12 + day.month - start.month
    if recur.freq == "WEEKLY":
        begin = start.date() - timedelta(days=(start.weekday() - recur.wkst) % 7)
        return (day - begin).days // 7
    return (day - start.date()).days


def _week_year(day: date, wkst: int) -> tuple[int, int]:
    """The year and the number of the week of a day: that of its fourth day."""
    begin = day - timedelta(days=(day.weekday() - wkst) % 7)
    fourth = begin + timedelta(days=3)
    return fourth.year, (fourth.timetuple().tm_yday - 1) // 7 + 1


def _weeks_of(year: int, wkst: int) -> int:
    last = [_week_year(date(year, 12, day), wkst) for day in (24, 31)]
    return max(week for of, week in last if of == year)


def _takes(recur: Recur, start: datetime, day: date) -> bool:
    """Whether the parts of the rule, or what DTSTART says in their stead, allow a day."""
    parts = recur.parts
    length, year_length = calendar.monthrange(day.year, day.month)[1], 366 if calendar.isleap(day.year) else 365
    number = day.timetuple().tm_yday
    if "BYMONTH" in parts and day.month not in parts["BYMONTH"]:
        return False
    if "BYMONTHDAY" in parts and not {day.day, day.day - length - 1} & set(parts["BYMONTHDAY"]):
        return False
    if "BYYEARDAY" in parts and not {number, number - year_length - 1} & set(parts["BYYEARDAY"]):
        return False
    if "BYWEEKNO" in parts:
        year, week = _week_year(day, recur.wkst)
        if not {week, week - _weeks_of(year, recur.wkst) - 1} & set(parts["BYWEEKNO"]):
            return False
    if recur.byday:
        return any(_is_nth(recur, day, nth, weekday) for nth, weekday in recur.byday)
    return _as_the_start(recur, start, day)


def _is_nth(recur: Recur, day: date, nth: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if nth == 0:
        return True
    in_month = recur.freq == "MONTHLY" or "BYMONTH" in recur.parts
    same = [d for d in _days_of(day, in_month=in_month) if d.weekday() == weekday]
    return -len(same) <= nth <= len(same) and same[nth - 1 if nth > 0 else nth] == day


def _days_of(day: date, *, in_month: bool) -> Iterable[date]:
    first = day.replace(day=1) if in_month else day.replace(month=1, day=1)
    days = (first + timedelta(days=number) for number in range(366))
    return (d for d in days if d.year == day.year and (not in_month or d.month == day.month))


def _as_the_start(recur: Recur, start: datetime, day: date) -> bool:
    parts = recur.parts
    if recur.freq == "DAILY" or "BYMONTHDAY" in parts or "BYYEARDAY" in parts:
        return True
    if recur.freq == "WEEKLY" or "BYWEEKNO" in parts:
        return day.weekday() == start.weekday()
    if day.day != start.day:
        return False
    return recur.freq == "MONTHLY" or "BYMONTH" in parts or day.month == start.month


def _times(recur: Recur, start: datetime) -> list[time]:
    hours, minutes = recur.parts.get("BYHOUR", (start.hour,)), recur.parts.get("BYMINUTE", (start.minute,))
    seconds = recur.parts.get("BYSECOND", (start.second,))
    return sorted(time(hour, minute, second) for hour in hours for minute in minutes for second in seconds)


def _positions(recur: Recur, found: list[datetime]) -> list[datetime]:
    wanted = recur.parts.get("BYSETPOS")
    if wanted is None:
        return found
    size = len(found)
    return [m for place, m in enumerate(found) if place + 1 in wanted or place - size in wanted]


def _of_short_periods(recur: Recur, start: datetime, horizon: datetime) -> Iterator[datetime]:
    """Hour after hour, minute after minute, second after second."""
    step, parts = STEPS[recur.freq] * recur.interval, recur.parts
    period = {
        "HOURLY": start.replace(minute=0, second=0), "MINUTELY": start.replace(second=0), "SECONDLY": start,
    }[recur.freq]  # fmt: skip
    while period <= horizon:
        limits = {"BYHOUR": period.hour}
        if recur.freq != "HOURLY":
            limits["BYMINUTE"] = period.minute
        if recur.freq == "SECONDLY":
            limits["BYSECOND"] = period.second
        if all(value in parts.get(name, (value,)) for name, value in limits.items()) and _takes(
            replace(recur, freq="DAILY"), start, period.date()
        ):
            yield from _positions(recur, _inside(recur, start, period))
        period += step


def _inside(recur: Recur, start: datetime, period: datetime) -> list[datetime]:
    if recur.freq == "SECONDLY":
        return [period]
    minutes = recur.parts.get("BYMINUTE", (start.minute,)) if recur.freq == "HOURLY" else (period.minute,)
    seconds = recur.parts.get("BYSECOND", (start.second,))
    return sorted(period.replace(minute=minute, second=second) for minute in minutes for second in seconds)


# -- the series -------------------------------------------------------------------------------------


def instant(local: datetime, clock: str, default: str) -> int:
    """RFC 5545 §3.3.5: a time in a gap counts by the offset before it; of two that look alike the first is meant."""
    zone = UTC if clock == "UTC" else ZoneInfo(default if clock in {"date", "floating"} else clock)
    return round(local.replace(tzinfo=zone, fold=0).timestamp())


def _lasting(series: Series, local: datetime, days: int, seconds: int, default: str) -> tuple[int, int]:
    begin = instant(local, series.clock, default)
    if not days:
        return begin, begin + seconds
    return begin, instant(local + timedelta(days=days), series.clock, default) + seconds


def instances(series: Series, default: str, horizon: datetime) -> list[Found]:
    """Every instance whose place in the series lies before the horizon, and every override."""
    keys = moments(series.recur, series.start, horizon) if series.recur else [series.start]
    keys = sorted({*keys, *series.rdates} - set(series.exdates))
    changed = {instant(change.key, series.clock, default): change for change in series.changes}
    found, told = [], set()
    for key in keys:
        place = instant(key, series.clock, default)
        if place not in changed and place not in told:
            told.add(place)
            found.append(_regular(series, key, place, default))
    for change in series.changes:
        begin, end = _lasting(series, change.start, change.days, change.seconds, default)
        found.append(Found(change.key, change.start, begin, end, "DURATION", overridden=True))
    return found


def _regular(series: Series, key: datetime, place: int, default: str) -> Found:
    before = [c for c in series.changes if c.following and instant(c.key, series.clock, default) <= place]
    if before:
        last = max(before, key=lambda change: instant(change.key, series.clock, default))
        local = key + (last.start - last.key)
        return Found(key, local, *_lasting(series, local, last.days, last.seconds, default), "DURATION")
    if series.end == "DURATION" or series.clock == "date":
        return Found(key, key, *_lasting(series, key, series.days, series.seconds, default), series.end)
    # RFC 5545 §3.8.5.3: DTEND and DUE give each instance the exact duration of the first.
    told = series.start + timedelta(days=series.days, seconds=series.seconds)
    length = instant(told, series.clock, default) - instant(series.start, series.clock, default)
    begin = instant(key, series.clock, default)
    return Found(key, key, begin, begin + length, series.end)


def overlaps(series: Series, one: Found, start: int, end: int) -> bool:
    """The tables of RFC 4791 §9.9, for components that have a DTSTART."""
    begin, finish = one.start, one.end
    if series.kind == "VTODO":
        if one.ends_by == "DURATION":
            return start <= finish and (end > begin or end >= finish)
        if one.ends_by == "DUE":
            return (start < finish or start <= begin) and (end > begin or end >= finish)
        return start <= begin and end > begin
    if one.ends_by == "DTEND" or finish > begin:
        return start < finish and end > begin
    return start <= begin and end > begin


# -- as text ----------------------------------------------------------------------------------------


def ical(series: Series) -> str:
    """The series as a VCALENDAR."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//oracle//EN", f"BEGIN:{series.kind}", "UID:1"]
    lines += [written(series, "DTSTART", series.start)]
    if series.end in {"DTEND", "DUE"}:
        lines.append(written(series, series.end, series.start + timedelta(days=series.days, seconds=series.seconds)))
    elif series.end:
        lines.append(f"DURATION:{duration(series.days, series.seconds)}")
    lines += [f"RRULE:{rule(series)}"] if series.recur else []
    lines += [written(series, "RDATE", moment) for moment in series.rdates]
    lines += [written(series, "EXDATE", moment) for moment in series.exdates]
    lines.append(f"END:{series.kind}")
    for change in series.changes:
        name = "RECURRENCE-ID;RANGE=THISANDFUTURE" if change.following else "RECURRENCE-ID"
        lines += [f"BEGIN:{series.kind}", "UID:1", written(series, name, change.key)]
        lines += [written(series, "DTSTART", change.start), f"DURATION:{duration(change.days, change.seconds)}"]
        lines.append(f"END:{series.kind}")
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def written(series: Series, name: str, moment: datetime) -> str:
    if series.clock == "date":
        return f"{name};VALUE=DATE:{moment:%Y%m%d}"
    text = f"{moment:%Y%m%dT%H%M%S}"
    return {"UTC": f"{name}:{text}Z", "floating": f"{name}:{text}"}.get(
        series.clock, f"{name};TZID={series.clock}:{text}"
    )


def duration(days: int, seconds: int) -> str:
    return f"P{days}D" + (f"T{seconds}S" if seconds else "") if days else f"PT{seconds}S"


def rule(series: Series) -> str:
    recur = series.recur or Recur("DAILY")
    parts = [f"FREQ={recur.freq}"]
    parts += [f"INTERVAL={recur.interval}"] if recur.interval > 1 else []
    parts += [f"COUNT={recur.count}"] if recur.count else []
    if recur.until:
        parts.append(f"UNTIL={_until(series, recur.until)}")
    parts += [f"WKST={WEEKDAYS[recur.wkst]}"] if recur.wkst else []
    parts += [f"{name}={','.join(map(str, values))}" for name, values in recur.parts.items()]
    if recur.byday:
        parts.append("BYDAY=" + ",".join(f"{nth or ''}{WEEKDAYS[weekday]}" for nth, weekday in recur.byday))
    return ";".join(parts)


def _until(series: Series, until: datetime) -> str:
    """RFC 5545 §3.3.10: in UTC where DTSTART refers to a zone."""
    if series.clock == "date":
        return f"{until:%Y%m%d}"
    if series.clock == "floating":
        return f"{until:%Y%m%dT%H%M%S}"
    return f"{datetime.fromtimestamp(instant(until, series.clock, 'UTC'), UTC):%Y%m%dT%H%M%SZ}"
