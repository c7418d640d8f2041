"""Hourly, minutely and secondly rules (RFC 5545 §3.3.10), day by day: inside of a day what is in step with DTSTART."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import gcd
from typing import TYPE_CHECKING

from a3dav_content.budget import Budget
from a3dav_content.rule_days import DayFinder

if TYPE_CHECKING:
    from a3dav_content.recurrence import Rule

UNIT_SECONDS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
DAY = 86_400


def walk_times(rule: Rule, start: datetime, since: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
    unit = UNIT_SECONDS[rule.freq]
    origin, step = seconds(start) // unit * unit, unit * rule.interval
    if not _ever_in_step(rule, origin, step) or _positions_are_out_of_reach(rule):
        return
    finder, end = DayFinder(rule, budget, last), last.toordinal()
    day: int | None = since.toordinal()
    while day is not None and day <= end:
        midnight = day * DAY
        aligned = origin + -(-(midnight - origin) // step) * step
        if aligned >= midnight + DAY:
            budget.spend()
            day = aligned // DAY
        elif (suitable := finder.next(day)) != day:
            day = suitable
        else:
            if midnight < seconds(since):  # the first day
                aligned += max(0, (seconds(since) // unit * unit - aligned) // step * step)
            for period in _periods_of_day(rule, aligned, midnight, step, budget):
                moments = _moments(rule, period, start)
                budget.spend(len(moments))
                yield from (m for m in (rule.positions(moments) if rule.bysetpos else moments) if m >= since)
            day += 1


def _periods_of_day(rule: Rule, aligned: int, midnight: int, step: int, budget: Budget) -> Iterator[int]:
    """The hours, minutes or seconds that BYHOUR, BYMINUTE and BYSECOND allow; by whichever way is shorter."""
    hours, minutes, moments = _allowed(rule)
    steps = -(-(midnight + DAY - aligned) // step)
    if len(hours) * len(minutes) * len(moments) < steps:
        for hour in hours:
            for minute in minutes:
                for second in moments:
                    budget.spend()
                    period = midnight + hour * 3600 + minute * 60 + second
                    if period >= aligned and (period - aligned) % step == 0:
                        yield period
        return
    allowed_hours, allowed_minutes, allowed_seconds = set(hours), set(minutes), set(moments)
    for period in range(aligned, midnight + DAY, step):
        budget.spend()
        hour, rest = divmod(period - midnight, 3600)
        if hour in allowed_hours and rest // 60 in allowed_minutes and rest % 60 in allowed_seconds:
            yield period


def _allowed(rule: Rule) -> tuple[list[int], list[int], list[int]]:
    """Hours, minutes and seconds that a period can begin with."""
    unit = UNIT_SECONDS[rule.freq]
    hours = list(rule.byhour or range(24))
    minutes = list(rule.byminute or range(60)) if unit <= 60 else [0]
    moments = sorted({min(second, 59) for second in rule.bysecond or range(60)}) if unit == 1 else [0]
    return hours, minutes, moments


def _ever_in_step(rule: Rule, origin: int, step: int) -> bool:
    """Whether any time of day that the rule allows is a whole number of steps from its first, on some day."""
    hours, minutes, moments = _allowed(rule)
    common = gcd(step, DAY)
    reached = {(hour * 3600) % common for hour in hours}
    reached = {(begin + minute * 60) % common for begin in reached for minute in minutes}
    return any((origin - second) % common in reached for second in moments)


def _positions_are_out_of_reach(rule: Rule) -> bool:
    """Every period has as many moments as any other."""
    if not rule.bysetpos or rule.freq == "SECONDLY":
        return all(abs(position) > 1 for position in rule.bysetpos) and bool(rule.bysetpos)
    most = len(_minutes_and_seconds(rule, datetime.min))
    return all(abs(position) > most for position in rule.bysetpos)


def _moments(rule: Rule, period: int, start: datetime) -> list[datetime]:
    return [_moment(period + offset) for offset in _minutes_and_seconds(rule, start)]


def _minutes_and_seconds(rule: Rule, start: datetime) -> list[int]:
    """What a period is expanded to, in seconds from its beginning."""
    if rule.freq == "SECONDLY":
        return [0]
    in_minute = sorted({min(second, 59) for second in rule.bysecond or (start.second,)})
    if rule.freq == "MINUTELY":
        return in_minute
    return [minute * 60 + second for minute in rule.byminute or (start.minute,) for second in in_minute]


def seconds(moment: datetime) -> int:
    return moment.toordinal() * DAY + moment.hour * 3600 + moment.minute * 60 + moment.second


def _moment(instant: int) -> datetime:
    day, rest = divmod(instant, DAY)
    return datetime.combine(date.fromordinal(day), time.min) + timedelta(seconds=rest)
