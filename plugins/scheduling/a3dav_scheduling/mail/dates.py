"""Dates, times and rules of recurrence in words, in the zone of the event and the formats of a language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from babel import dates as formats
from babel.lists import format_list

from a3dav_content.dates import Clock, Moment, instant_of
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.recurrence import Rule
from a3dav_content.recurrence_sets import Span
from a3dav_content.timezones import NamedZone, Zone
from a3dav_scheduling.mail.texts import Language

NEXT_DATES = 5
_EVERY = {"DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly", "YEARLY": "yearly"}
_UNITS = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}
_WINDOWS = tuple(days * 86_400 for days in (7, 60, 400, 5 * 366))
_PARTS = ("bysecond", "byminute", "byhour", "bymonthday", "byyearday", "byweekno", "bymonth", "bysetpos")


def when(span: Span, language: Language) -> str:
    """From when to when, in one line."""
    start, (begin, end) = span.start.local, span.at(span.start.local)
    if span.start.clock is Clock.DATE:
        last = start + timedelta(days=max(span.length.days, 1) - 1)
        days = day(start, language) if last == start else f"{day(start, language)} – {day(last, language)}"
        return f"{days} ({language.say('time.all_day')})"
    stop = span.zone.local(end)
    text = f"{day(start, language)}, {_time(start, language)}"
    if end > begin:
        text += f" – {_time(stop, language)}" if stop.date() == start.date() else (
            f" – {day(stop, language)}, {_time(stop, language)}"
        )  # fmt: skip
    return text + _zone_behind(span.start, span.zone, language)


def at(moment: Moment, zone: Zone, language: Language) -> str:
    """One moment."""
    if moment.clock is Clock.DATE:
        return day(moment.local, language)
    return f"{day(moment.local, language)}, {_time(moment.local, language)}{_zone_behind(moment, zone, language)}"


def day(local: datetime, language: Language) -> str:
    return formats.format_date(local, "full", locale=language.locale)


def short_day(instant: float, language: Language) -> str:
    return formats.format_date(datetime.fromtimestamp(instant, UTC), "long", locale=language.locale)


def _time(local: datetime, language: Language) -> str:
    return formats.format_time(local, "short", locale=language.locale)


def _zone_behind(moment: Moment, zone: Zone, language: Language) -> str:
    if moment.clock is Clock.FLOATING:
        return ""
    local = moment.local.replace(tzinfo=_tzinfo(zone, moment.local))
    if isinstance(zone, NamedZone) or moment.clock is Clock.UTC:
        return f" ({formats.get_timezone_name(local, locale=language.locale)})"
    return f" ({formats.get_timezone_gmt(local, 'long', locale=language.locale)})"


def _tzinfo(zone: Zone, local: datetime) -> tzinfo:
    if isinstance(zone, NamedZone):
        return ZoneInfo(zone.name)
    return timezone(timedelta(seconds=instant_of(local) - zone.instant(local)))


def repeats(component: Component, instances: Instances, language: Language) -> str:
    """The rule in words, as far as words are clear; "" for what does not recur by a rule."""
    rules = component.all("RRULE")
    if not rules:
        return ""
    rule = Rule.parse(rules[0].value, rules[0].line)
    if rule.freq not in _EVERY:
        return language.say("repeat.often")
    unit = _UNITS[rule.freq]
    text = language.say(f"repeat.{_EVERY[rule.freq]}") if rule.interval == 1 else (
        language.count(f"repeat.{unit}", rule.interval)
    )  # fmt: skip
    if rule.freq == "WEEKLY" and rule.byday:
        names = formats.get_day_names("wide", "stand-alone", language.locale)
        weekdays = [names[weekday] for weekday in sorted({weekday for _, weekday in rule.byday})]
        text += f" ({format_list(weekdays, locale=language.locale)})"
    return text + _end(rule, component, instances, language)


def _end(rule: Rule, component: Component, instances: Instances, language: Language) -> str:
    if rule.count is not None:
        return ", " + language.count("time.times", rule.count)
    span = instances.span(component)
    if rule.until is None or span is None:
        return ""
    local = span.zone.local(instant_of(rule.until)) if rule.until_utc else rule.until
    return ", " + language.say("time.until", date=day(local, language))


def _first(instances: Instances, begin: int) -> list[Occurrence]:
    """Looks no further ahead than it has to."""
    found: list[Occurrence] = []
    for window in _WINDOWS:
        found = instances.between(begin, begin + window)[:NEXT_DATES]
        if len(found) == NEXT_DATES:
            break
    return found


def needs_dates(component: Component) -> bool:
    """Whether the words for a recurrence leave open when it is."""
    if component.first("RDATE") is not None:
        return True
    rules = [Rule.parse(entry.value, entry.line) for entry in component.all("RRULE")]
    return len(rules) > 1 or any(
        rule.freq not in _EVERY or any(getattr(rule, part) for part in _PARTS)
        or (rule.byday and (rule.freq != "WEEKLY" or any(number for number, _ in rule.byday)))
        for rule in rules
    )  # fmt: skip


def next_dates(instances: Instances, now: int, language: Language) -> list[str]:
    """The first dates from now on, or from the start on if that is later; none where that costs too much."""
    try:
        first = instances.span(instances.object.components[0])
        begin = now if first is None else max(now, first.at(first.start.local)[0])
        found = _first(instances, begin)
    except ContentError:
        return []
    return [
        day(one.local, language) if one.is_date else f"{day(one.local, language)}, {_time(one.local, language)}"
        for one in found
    ]
