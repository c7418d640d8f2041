"""How often a series may recur, so that no single object makes the reports of its calendar too dear.

Whatever is stored can be reckoned with in any range: a month of it stays well below what one request may cost,
and a rule with COUNT, which can only be walked from its beginning, has an end that is near.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice, takewhile

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import moment_of, plus, utc_of
from a3dav_content.errors import LimitExceeded
from a3dav_content.lines import Component
from a3dav_content.recurrence import Rule

MOST_A_MONTH = 5_000
MOST_COUNTED = 10_000
STEPS = 40_000
_MONTH = timedelta(days=31)


def refuse_dense(found: CalendarObject, now: int) -> None:
    """Raises LimitExceeded for rules that give too many instances, in a month at their beginning or from now on."""
    budget = Budget(STEPS)
    for series in _series(found):
        start, entries = series.first("DTSTART"), series.all("RRULE")
        if start is None or not entries:
            continue
        first = moment_of(start).local
        rules = [Rule.parse(entry.value, entry.line) for entry in entries]
        if any(rule.count is not None and rule.count > MOST_COUNTED for rule in rules):
            raise LimitExceeded("instances", f"a rule has a COUNT of more than {MOST_COUNTED}")
        for begin in {first, max(first, utc_of(now))}:
            if sum(_in_a_month(rule, first, begin, budget) for rule in rules) > MOST_A_MONTH:
                raise LimitExceeded("instances", f"the rules give more than {MOST_A_MONTH} instances in a month")


def _series(found: CalendarObject) -> Iterator[Component]:
    for component in found.components:
        yield component
        yield from component.sub("AVAILABLE")


def _in_a_month(rule: Rule, first: datetime, begin: datetime, budget: Budget) -> int:
    """Counted from the next instance on, since there may be months without any."""
    starts = rule.starts(first, budget, since=begin, with_start=False)
    following = next((start for start in starts if start >= begin), None)
    if following is None:
        return 0
    inside = takewhile(lambda start: start < plus(following, _MONTH), starts)
    return 1 + sum(1 for _ in islice(inside, MOST_A_MONTH))
