"""When alarms go off (RFC 5545 §3.6.6, §3.8.6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from a3dav_content.dates import DAY, EARLIEST, LATEST, Duration, moment_of, parse_duration, parse_moment, plus
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import Zone

MAX_REPEAT = 1000
MAX_DIGITS = 9


@dataclass(slots=True, frozen=True)
class Repeats:
    """Seconds behind the first trigger at which an alarm goes off; never a list, since there are many alarms."""

    shifts: range

    def any_within(self, first: int, span: TimeRange) -> bool:
        low, high = span.start - first, span.end - first
        rising = self.shifts if self.shifts.step > 0 else self.shifts[::-1]
        place = max(0, -((rising.start - low) // rising.step))
        return place < len(rising) and rising[place] < high

    @property
    def ends(self) -> tuple[int, int]:
        low, high = sorted((self.shifts[0], self.shifts[-1]))
        return low, high


@dataclass(slots=True, frozen=True)
class RelativeTrigger:
    """A trigger that counts from the start or the end of an instance; its days are nominal (RFC 5545 §3.3.6)."""

    from_end: bool
    offset: Duration

    def at(self, found: Occurrence) -> int:
        return self.behind(found.end if self.from_end else found.start, found.zone)

    def behind(self, base: int, zone: Zone) -> int:
        if not self.offset.days:
            return base + self.offset.seconds
        return zone.instant(plus(zone.local(base), timedelta(days=self.offset.days))) + self.offset.seconds

    @property
    def slack(self) -> int:
        """How far changes of the clock can move it."""
        return DAY if self.offset.days else 0


def relative_trigger(alarm: Component) -> RelativeTrigger | None:
    """None where the alarm has a trigger at a given time, or none."""
    trigger = alarm.first("TRIGGER")
    if trigger is None or (trigger.param("VALUE") or "").upper() == "DATE-TIME" or not _is_duration(trigger):
        return None
    from_end = (trigger.param("RELATED") or "START").upper() == "END"
    return RelativeTrigger(from_end, parse_duration(trigger.value, trigger.line))


def absolute_trigger(alarm: Component, instances: Instances) -> int | None:
    trigger = alarm.first("TRIGGER")
    if trigger is None or _is_duration(trigger):
        return None
    return instances.instant(parse_moment(trigger.value, "", trigger.line))


def _is_duration(trigger: Property) -> bool:
    return trigger.value.strip().lstrip("+-").startswith("P")


def repeats(alarm: Component) -> Repeats:
    repeat, every = alarm.value("REPEAT") or "0", alarm.value("DURATION")
    digits = repeat.strip()
    count = min(int(digits[:MAX_DIGITS]), MAX_REPEAT) if digits.isascii() and digits.isdecimal() else 0
    step = parse_duration(every).total if every else 0
    return Repeats(range(0, (count + 1) * step, step) if step else range(1))


def alarm_in_range(alarm: Component, parent: Component, instances: Instances, span: TimeRange) -> bool:
    """True when the alarm goes off in the range, for any instance of its parent."""
    again = repeats(alarm)
    at = absolute_trigger(alarm, instances)
    if at is not None:
        return again.any_within(at, span)
    trigger = relative_trigger(alarm)
    if trigger is None:
        return False
    if parent.first("DTSTART") is None:
        return _startless(trigger, again, parent, instances, span)
    earliest, latest = (trigger.offset.total + end for end in again.ends)
    low, high = span.start - latest - trigger.slack, span.end - earliest + trigger.slack
    around = instances.of(parent, max(low, EARLIEST), min(high, LATEST))
    return any(again.any_within(trigger.at(found), span) for found in around)


def _startless(
    trigger: RelativeTrigger, again: Repeats, parent: Component, instances: Instances, span: TimeRange
) -> bool:
    """An alarm related to the end of a to-do that has DUE alone."""
    due = parent.first("DUE")
    if due is None or not trigger.from_end:
        return False
    moment = moment_of(due)
    return again.any_within(trigger.behind(instances.instant(moment), instances.zone(moment)), span)
