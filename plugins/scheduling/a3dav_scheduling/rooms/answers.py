"""What a room says to an invitation, instance by instance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, LATEST
from a3dav_content.errors import ContentError
from a3dav_content.free_busy import Period
from a3dav_content.itip.addresses import attendee, with_param
from a3dav_content.itip.messages import with_value
from a3dav_content.itip.own_copy import Copy
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import Zone
from a3dav_scheduling.rooms.modes import Conflicts, Mode

if TYPE_CHECKING:
    from a3dav_scheduling.rooms.modes import Answering

HORIZON = 2 * 366 * DAY
MOST_INSTANCES = 2000
ACCEPTED, DECLINED = "ACCEPTED", "DECLINED"

BusyTime = Callable[[TimeRange], Sequence[Period]]


def answered(
    found: CalendarObject, me: Collection[str], answering: Answering, now: int, zone: Zone, busy: BusyTime
) -> CalendarObject:
    """The object with the answer of the one who has these addresses; `busy` knows of what else there is."""
    copy, mine = Copy(found), frozenset(me)
    if answering.mode is Mode.AUTOMATIC:
        upcoming = _upcoming(found, mine, now, zone)
        taken = _taken(upcoming, busy)
        whole = DECLINED if taken and _declines_all(upcoming, taken, answering) else ACCEPTED
    else:
        taken, whole = set(), ACCEPTED if answering.mode is Mode.ACCEPT else DECLINED
    if whole == ACCEPTED:
        for anchor in taken:
            if (instance := copy.at(anchor)) is not None:
                copy.put(anchor, instance)
    for place, component in copy.parts.items():
        copy.parts[place] = _said(component, mine, DECLINED if place in taken else whole)
    return copy.object() or found


def _upcoming(found: CalendarObject, mine: frozenset[str], now: int, zone: Zone) -> list[Occurrence]:
    """The instances still to come in two years from the first on, as far as anybody can look."""
    near: list[Occurrence] = []
    with suppress(ContentError):
        instances = Instances(found, zone, Budget())
        near.extend(
            one for one in _within_horizon(instances, now) if one.end > now and _takes_part(one.component, mine)
        )
    return near


def _within_horizon(instances: Instances, now: int) -> Iterator[Occurrence]:
    """Overrides come first, and then the regular ones in their order."""
    end = LATEST
    for one in islice(instances.around(now, LATEST), MOST_INSTANCES):
        if not one.overridden:
            end = min(end, max(one.start, now) + HORIZON)
            if one.start > end:
                return
        yield one


def _takes_part(component: Component, mine: frozenset[str]) -> bool:
    cancelled = (component.value("STATUS") or "").strip().upper() == "CANCELLED"
    return not cancelled and attendee(component, mine) is not None


def _taken(upcoming: Sequence[Occurrence], busy: BusyTime) -> set[int]:
    """The instances that overlap with something else."""
    if not upcoming:
        return set()
    span = TimeRange(min(one.start for one in upcoming), max(one.end for one in upcoming) + 1)
    periods = sorted(busy(span))
    return {one.anchor for one in upcoming if any(begin < one.end and end > one.start for begin, end, _ in periods)}


def _declines_all(upcoming: Sequence[Occurrence], taken: Collection[int], answering: Answering) -> bool:
    return answering.conflicts is Conflicts.ALL or len(taken) == len(upcoming)


def _said(component: Component, mine: frozenset[str], partstat: str) -> Component:
    """What is declined makes nobody busy."""
    entry = attendee(component, mine)
    if entry is None:
        return component
    properties = [with_param(one, "PARTSTAT", partstat) if one is entry else one for one in component.properties]
    return with_value(
        replace(component, properties=properties), "TRANSP", "TRANSPARENT" if partstat == DECLINED else "OPAQUE"
    )
