"""A feed taken apart into objects that can be stored: its own rules are not ours, and one bad event spoils no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from a3dav_content import calendar_files
from a3dav_content.calendar_head import CalendarHead
from a3dav_content.calendar_index import strict_index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.density import refuse_dense
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, Limits, parse, serialise
from a3dav_content.zone_references import undescribed
from a3dav_subscriptions.filling import Wanted

_HEAD = 64 * 1024


@dataclass(slots=True)
class Content:
    """What a feed holds: its head, objects by UID, UIDs of what cannot be stored, and how many those are."""

    head: Component
    objects: dict[str, Wanted] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    skipped: int = 0

    @property
    def title(self) -> CalendarHead:
        return CalendarHead.of(self.head)


class NoCalendar(ContentError):
    """What came is no calendar, or one that is too large."""


@dataclass(slots=True, frozen=True)
class Rules:
    """What of a feed is stored: `stripped` names components and properties that are left out."""

    limits: Limits
    largest: int
    most: int
    stripped: frozenset[str]


def read(body: bytes, rules: Rules, now: int) -> Content:
    """Takes a feed apart; `now` is in seconds. Raises ContentError for what is no calendar as a whole."""
    found = Content(_head(body))
    for uid, data in islice(calendar_files.split(body), rules.most + 1):
        if len(found.objects) + found.skipped >= rules.most:
            raise NoCalendar(f"the feed has more than {rules.most} objects (plugins.subscriptions.max_objects)")
        try:
            wanted = _wanted(data, rules, now)
        except ContentError:
            found.refused.add(uid)
            found.skipped += 1
            continue
        if wanted is not None:
            found.objects[uid] = wanted
    return found


def _head(body: bytes) -> Component:
    """The properties before the first component, which say what the calendar is."""
    upper = body[:_HEAD].upper()
    start = upper.find(b"BEGIN:VCALENDAR")
    first = upper.find(b"\nBEGIN:", start + 1)
    piece = body[start : first + 1 if first >= 0 else _HEAD] if start >= 0 else b""
    try:
        return parse(piece + b"END:VCALENDAR\r\n")[0]
    except (ContentError, IndexError):
        return Component("VCALENDAR")


def _wanted(data: bytes, rules: Rules, now: int) -> Wanted | None:
    (calendar,) = parse(data, rules.limits)
    kept = [part for part in calendar.components if part.name not in rules.stripped]
    if not [part for part in kept if part.name != "VTIMEZONE"]:
        return None
    properties = [entry for entry in calendar.properties if entry.name != "METHOD"]
    whole = Component(calendar.name, properties, [_stripped(part, rules.stripped) for part in kept])
    found = CalendarObject.of(whole)
    if undescribed(found):
        raise ContentError("a time zone is not described and not known")
    refuse_dense(found, now)
    text = serialise(whole)
    if len(text) > rules.largest:
        raise ContentError("the object is too large")
    return Wanted(found.component, text, strict_index(found, now))


def _stripped(part: Component, names: Iterable[str]) -> Component:
    left_out = frozenset(names)
    if not left_out:
        return part
    return Component(
        part.name,
        [entry for entry in part.properties if entry.name not in left_out],
        [_stripped(inner, left_out) for inner in part.components if inner.name not in left_out],
    )


def stripped_names(stored: Mapping[str, bytes], names: Mapping[str, str], *, keep_alarms: bool) -> frozenset[str]:
    """What is left out: alarms unless the settings keep them, and what the subscriber said by elements."""
    found = set() if keep_alarms and names["alarms"] not in stored else {"VALARM"}
    if names["attachments"] in stored:
        found.add("ATTACH")
    if names["todos"] in stored:
        found.add("VTODO")
    return frozenset(found)
