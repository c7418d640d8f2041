"""Custom time zones (RFC 8984 §4.7.2) from and to VTIMEZONE."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from a3dav_content.dates import format_local, moment_of, moments_of
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.jscalendar.clocks import local_in, utc_in, utc_text
from a3dav_content.jscalendar.passthrough import written_text
from a3dav_content.jscalendar.rules import rule_of, value_of
from a3dav_content.lines import Component, Property, unescape_text
from a3dav_content.sketches import Sketch
from a3dav_content.timezones import is_standard

Json = dict[str, Any]
MOST_RULES = 500


def read_zone(component: Component) -> Json:
    """A custom zone; what it says beside the rules is in the text alone."""
    zone: Json = {"@type": "TimeZone", "tzId": _text(component, "TZID") or ""}
    for name, member in (("LAST-MODIFIED", "updated"), ("TZUNTIL", "validUntil")):
        entry = component.first(name)
        if entry is not None and (stamp := _stamp(entry)):
            zone[member] = stamp
    if url := component.value("TZURL"):
        zone["url"] = url.strip()
    if aliases := component.all("TZID-ALIAS-OF"):
        zone["aliases"] = {entry.text: True for entry in aliases}
    for name, member in (("STANDARD", "standard"), ("DAYLIGHT", "daylight")):
        rules = [rule for part in component.components[:MOST_RULES] if part.name == name for rule in _rules(part)]
        if rules:
            zone[member] = rules
    return zone


def _text(component: Component, name: str) -> str | None:
    entry = component.first(name)
    return None if entry is None else entry.text.strip()


def _stamp(entry: Property) -> str | None:
    try:
        return utc_text(moment_of(entry))
    except ContentError:
        return None


def _rules(part: Component) -> Iterator[Json]:
    start = part.first("DTSTART")
    offsets = [_offset(part.value(name) or "") for name in ("TZOFFSETFROM", "TZOFFSETTO")]
    if start is None or not offsets[1]:
        return
    try:
        moment = moment_of(start)
        dates = [found for entry in part.all("RDATE") for found in moments_of(entry)]
    except ContentError:
        return
    rule: Json = {"@type": "TimeZoneRule", "start": moment.local.isoformat()}
    rule |= {"offsetFrom": offsets[0] or offsets[1], "offsetTo": offsets[1]}
    recurrence = [found for entry in part.all("RRULE") if (found := rule_of(entry.value, lambda end: end.local))]
    if recurrence:
        rule["recurrenceRules"] = recurrence
    if dates:
        rule["recurrenceOverrides"] = {date.local.isoformat(): {} for date in dates}
    if names := part.all("TZNAME"):
        rule["names"] = {unescape_text(entry.value): True for entry in names}
    if comments := part.all("COMMENT"):
        rule["comments"] = [entry.text for entry in comments]
    yield rule


def _offset(text: str) -> str:
    digits = text.strip()
    return f"{digits[:3]}:{digits[3:5]}" + (f":{digits[5:]}" if len(digits) > 5 else "") if digits[1:].isdigit() else ""


_MEMBERS = {"@type", "tzId", "updated", "url", "validUntil", "aliases", "standard", "daylight"}
_OF_RULE = {
    "@type", "start", "offsetFrom", "offsetTo", "recurrenceRules", "recurrenceOverrides", "names", "comments",
}  # fmt: skip


def _refuse_others(value: Json, known: set[str], place: str) -> None:
    others = [name for name, member in value.items() if name not in known and member is not None]
    if others:
        raise InvalidJson(f"a time zone has no {others[0][:40]!r}, and nowhere to keep it", place)


def write_zone(zone: Json, place: str) -> Sketch:
    _refuse_others(zone, _MEMBERS, place)
    if not zone.get("standard") and not zone.get("daylight"):
        raise InvalidJson("a time zone has at least one rule", place)
    sketch = Sketch("VTIMEZONE")
    sketch.add("tzId", "TZID", written_text(zone["tzId"]))
    for name, member in (("LAST-MODIFIED", "updated"), ("TZUNTIL", "validUntil")):
        if zone.get(member):
            sketch.add(member, name, utc_in(zone[member], f"{place}/{member}"))
    if zone.get("url"):
        sketch.add("url", "TZURL", zone["url"])
    for alias in zone.get("aliases") or {}:
        sketch.add("aliases", "TZID-ALIAS-OF", written_text(alias))
    for name, member in (("STANDARD", "standard"), ("DAYLIGHT", "daylight")):
        for index, rule in enumerate(zone.get(member) or ()):
            sketch.parts.append((f"{member}/{index}", _observance(name, rule, f"{place}/{member}/{index}")))
    return sketch


def _observance(name: str, rule: Json, place: str) -> Sketch:
    _refuse_others(rule, _OF_RULE, place)
    sketch = Sketch(name)
    sketch.add("start", "DTSTART", format_local(local_in(rule["start"], f"{place}/start")))
    sketch.add("offsetFrom", "TZOFFSETFROM", rule["offsetFrom"].replace(":", ""))
    sketch.add("offsetTo", "TZOFFSETTO", rule["offsetTo"].replace(":", ""))
    for index, recurrence in enumerate(rule.get("recurrenceRules") or ()):
        value = value_of(recurrence, lambda end: f"{format_local(end)}Z", f"{place}/recurrenceRules/{index}")
        sketch.add("recurrenceRules", "RRULE", value)
    dates = [format_local(local_in(date, place)) for date in rule.get("recurrenceOverrides") or {}]
    if dates:
        sketch.add("recurrenceOverrides", "RDATE", ",".join(dates))
    for title in rule.get("names") or {}:
        sketch.add("names", "TZNAME", written_text(title))
    for comment in rule.get("comments") or ():
        sketch.add("comments", "COMMENT", written_text(comment))
    return sketch


def refuse_unknown(entry: Json, custom: Container[str], place: str, stored: Json) -> None:
    """RFC 8984 §4.7.1: a time zone is one of IANA's, or described beside; what is stored may be what it is."""
    named = [("timeZone", entry, stored), ("recurrenceIdTimeZone", entry, stored)]
    for key, location in (entry.get("locations") or {}).items():
        named.append((f"locations/{key}/timeZone", location, (stored.get("locations") or {}).get(key) or {}))
    for pointer, value, before in named:
        member = pointer.rpartition("/")[2]
        name = value.get(member)
        if name is not None and name not in custom and not is_standard(name) and name != before.get(member):
            raise InvalidJson(f"no time zone: {name[:80]!r}", f"{place}/{pointer}")
