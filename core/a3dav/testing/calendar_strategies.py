"""Valid calendars at random: series with rules, dates, exceptions and changes, for hypothesis."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from a3dav.testing.calendar_oracle import Changed, Recur, Series, moments

ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC")
CLOCKS = ("date", "floating", "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
# Around changes of the clock, ends of months and years, and a leap day.
ANCHORS = (
    datetime(2024, 3, 30, 2, 30), datetime(2024, 10, 26, 2, 15), datetime(2024, 2, 28, 9), datetime(2024, 12, 29, 23),
    datetime(2023, 11, 4, 1, 30), datetime(2024, 4, 5, 1, 45), datetime(2024, 1, 31),
)  # fmt: skip
SPAN = {"HOURLY": timedelta(days=20), "MINUTELY": timedelta(days=4), "SECONDLY": timedelta(days=3)}
LONG = timedelta(days=800)


def horizon_of(series: Series) -> timedelta:
    """How far behind its start the instances of a series are asked for."""
    return SPAN.get(series.recur.freq, LONG) if series.recur else LONG


def _numbers(least: int, most: int, size: int = 3) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(least, most), min_size=1, max_size=size, unique=True).map(lambda n: tuple(sorted(n)))


def _signed(most: int) -> st.SearchStrategy[tuple[int, ...]]:
    numbers = st.integers(-most, most).filter(bool)
    return st.lists(numbers, min_size=1, max_size=3, unique=True).map(lambda n: tuple(sorted(n)))


PARTS = {
    "BYMONTH": _numbers(1, 12), "BYMONTHDAY": _signed(31), "BYYEARDAY": _signed(366), "BYWEEKNO": _signed(53),
    "BYHOUR": _numbers(0, 23), "BYMINUTE": _numbers(0, 59, 2), "BYSECOND": _numbers(0, 59, 2),
    "BYSETPOS": st.sampled_from([(1,), (-1,), (1, -1), (2,), (-2, 3)]),
}  # fmt: skip
ALLOWED = {
    "YEARLY": ["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYHOUR", "BYMINUTE", "BYSETPOS"],
    "MONTHLY": ["BYMONTH", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSETPOS"],
    "WEEKLY": ["BYMONTH", "BYHOUR", "BYMINUTE", "BYSETPOS"],
    "DAILY": ["BYMONTH", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSETPOS"],
    "HOURLY": ["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS"],
    "MINUTELY": ["BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS"],
    "SECONDLY": ["BYHOUR", "BYMINUTE", "BYSECOND"],
}
WHOLE_DAYS = {"BYHOUR", "BYMINUTE", "BYSECOND"}


@st.composite
def recurs(draw: Any, clock: str, start: datetime) -> Recur:
    freq = draw(st.sampled_from([name for name in ALLOWED if clock != "date" or name not in SPAN]))
    names = [name for name in ALLOWED[freq] if clock != "date" or name not in WHOLE_DAYS]
    parts = {name: draw(PARTS[name]) for name in draw(st.lists(st.sampled_from(names), max_size=2, unique=True))}
    with_ordinals = freq in {"YEARLY", "MONTHLY"} and "BYWEEKNO" not in parts
    nths = st.sampled_from([0, 0, 0, 1, 2, -1, -2, 5] if with_ordinals else [0])
    byday = draw(st.one_of(st.just([]), st.lists(st.tuples(nths, st.integers(0, 6)), max_size=3, unique=True)))
    if not byday and not parts.keys() - {"BYSETPOS"}:
        parts.pop("BYSETPOS", None)  # it needs another part
    interval = draw(st.sampled_from([1, 1, 2, 3, 5]))
    if freq in {"MINUTELY", "SECONDLY"}:
        interval = draw(st.sampled_from({"MINUTELY": [7, 45, 90], "SECONDLY": [1800, 3660, 7200]}[freq]))
    count, until = draw(st.sampled_from([(None, False), (None, False), (5, False), (None, True)]))
    end = start + timedelta(days=draw(st.integers(0, 300)), hours=0 if clock == "date" else draw(st.integers(0, 23)))
    return Recur(freq, interval, count, end if until else None, draw(st.integers(0, 6)), parts, tuple(byday))


@st.composite
def starts(draw: Any, clock: str) -> datetime:
    moment: datetime = draw(st.sampled_from(ANCHORS)) + timedelta(minutes=15 * draw(st.integers(-200, 200)))
    return moment.replace(hour=0, minute=0, second=0) if clock == "date" else moment


@st.composite
def lengths(draw: Any, clock: str) -> tuple[int, int]:
    days = draw(st.sampled_from([1, 1, 2, 5] if clock == "date" else [0, 0, 0, 1, 3]))
    return days, 0 if clock == "date" or days else draw(st.sampled_from([0, 900, 3600, 5400, 30 * 3600]))


@st.composite
def changes(draw: Any, clock: str, keys: list[datetime]) -> tuple[Changed, ...]:
    found = []
    for key in draw(st.lists(st.sampled_from(keys[:40]), max_size=2, unique=True)):
        minutes = draw(st.sampled_from([0, 0, 45, -90, 26 * 60, -3 * 24 * 60]))
        moved = timedelta(days=round(minutes / 1440)) if clock == "date" else timedelta(minutes=minutes)
        days, seconds = draw(lengths(clock))
        found.append(Changed(key, key + moved, days, seconds, following=draw(st.booleans())))
    return tuple(found)


@st.composite
def series(draw: Any, kinds: tuple[str, ...] = ("VEVENT", "VEVENT", "VTODO")) -> Series:
    kind, clock = draw(st.sampled_from(kinds)), draw(st.sampled_from(CLOCKS))
    start = draw(starts(clock))
    end = draw(st.sampled_from(["", "DURATION", "DTEND" if kind == "VEVENT" else "DUE"]))
    days, seconds = draw(lengths(clock)) if end else (int(clock == "date" and kind == "VEVENT"), 0)
    if end in {"DTEND", "DUE"} and not days and not seconds:
        seconds = 60  # an end lies behind its start
    recur = draw(st.one_of(st.none(), recurs(clock, start), recurs(clock, start), recurs(clock, start)))
    plain = Series(kind, clock, start, end, days, seconds, recur)
    shift = st.integers(-3, 30).map(lambda number: start + timedelta(days=number))
    rdates = tuple(draw(st.lists(shift, max_size=2, unique=True)))
    keys = sorted({*(moments(recur, start, start + horizon_of(plain)) if recur else [start]), *rdates})
    exdates = tuple(draw(st.lists(st.sampled_from(keys[:20]), max_size=2, unique=True)))
    left = [key for key in keys if key not in exdates]
    changed = draw(changes(clock, left)) if left and (recur or rdates) else ()
    return Series(kind, clock, start, end, days, seconds, recur, rdates, exdates, changed)


@st.composite
def ranges(draw: Any, of: Series) -> tuple[datetime, datetime]:
    """A range in UTC that lies where the series has been told."""
    reach = horizon_of(of) - timedelta(days=1)
    minutes = int(reach.total_seconds() // 60)
    begin = of.start + timedelta(minutes=draw(st.integers(-6 * 1440, minutes - 20)) // 15 * 15)
    length = draw(st.sampled_from([1, 15, 60, 180, 1440, 7 * 1440, 31 * 1440]))
    return begin, min(begin + timedelta(minutes=length), of.start + reach)
