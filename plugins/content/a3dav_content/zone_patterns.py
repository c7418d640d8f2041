"""Yearly patterns in the onsets of a time zone: the shortest way to tell many of them."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import datetime, time

from a3dav_content.rules import WEEKDAYS

Pattern = tuple[str, time]


def runs(onsets: list[datetime]) -> Iterator[tuple[str, list[datetime]]]:
    """Onsets of consecutive years that have a rule in common, each with that rule."""
    run: list[datetime] = []
    common: list[Pattern] = []
    for onset in onsets:
        patterns = _patterns(onset)
        shared = [pattern for pattern in common if pattern in patterns]
        if run and (onset.year != run[-1].year + 1 or not shared):
            yield common[0][0], run
            run, shared = [], patterns
        run, common = [*run, onset], shared if run else patterns
    if run:
        yield common[0][0], run


def _patterns(onset: datetime) -> list[Pattern]:
    """The rules that an onset follows, those first that calendars understand best."""
    weekday, day = WEEKDAYS[onset.weekday()], onset.day
    last = calendar.monthrange(onset.year, onset.month)[1]
    rules = [f"BYDAY={(day + 6) // 7}{weekday}"] if day <= 28 else []
    if day > last - 7:
        rules.append(f"BYDAY=-1{weekday}")
    rules.append(f"BYMONTHDAY={day}")
    rules += [
        f"BYMONTHDAY={','.join(map(str, range(first, first + 7)))};BYDAY={weekday}"
        for first in range(max(day - 6, 1), min(day, 22) + 1)
    ]
    return [(f"FREQ=YEARLY;BYMONTH={onset.month};{rule}", onset.time()) for rule in rules]
