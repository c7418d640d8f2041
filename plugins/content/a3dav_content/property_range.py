"""When a property lies in a range of time (RFC 4791 §9.7.2, §9.9).

DTSTART, DTEND and DUE are those of every instance, and the latter two may follow from DURATION. Dates of other
properties count as they are written: RECURRENCE-ID, RDATE, EXDATE and FREEBUSY as well as what nobody registered.
"""

from __future__ import annotations

from collections.abc import Iterator

from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import TimeRange, periods

TIMELESS = frozenset(
    {
        "ACTION", "ATTACH", "ATTENDEE", "BUSYTYPE", "CALSCALE", "CATEGORIES", "CLASS", "COLOR", "COMMENT", "CONFERENCE",
        "CONTACT", "DESCRIPTION", "DURATION", "EXRULE", "GEO", "IMAGE", "LOCATION", "METHOD", "NAME", "ORGANIZER",
        "PERCENT-COMPLETE", "PRIORITY", "PRODID", "REFRESH-INTERVAL", "RELATED-TO", "REPEAT", "REQUEST-STATUS",
        "RESOURCES", "RRULE", "SEQUENCE", "SOURCE", "STATUS", "SUMMARY", "TRANSP", "TZID", "TZNAME", "TZOFFSETFROM",
        "TZOFFSETTO", "TZURL", "UID", "URL", "VERSION",
    }
)  # fmt: skip
"""Registered properties of types that no range of time can be about."""
_OF_INSTANCES = {"DTSTART", "DTEND", "DUE"}
_FROM_DURATION = {"DTEND": {"VEVENT", "AVAILABLE", "VAVAILABILITY"}, "DUE": {"VTODO"}}


def entries_in_range(name: str, component: Component, instances: Instances, span: TimeRange) -> Iterator[Property]:
    """The properties of a name that lie in the range; one without parameters for what follows from DURATION."""
    written = component.all(name)
    if name in _OF_INSTANCES and _recurs_or_lasts(component, instances):
        entries = written or ([Property(name, "")] if _effective(name, component) else [])
        if entries and _instance_in_range(name, component, instances, span):
            yield from entries
        return
    yield from (entry for entry in written if _in_range(entry, instances, span))


def _recurs_or_lasts(component: Component, instances: Instances) -> bool:
    known = any(component is other for other in instances.object.components)
    return known and component.first("DTSTART") is not None


def _effective(name: str, component: Component) -> bool:
    return component.name in _FROM_DURATION.get(name, ()) and component.first("DURATION") is not None


def _instance_in_range(name: str, component: Component, instances: Instances, span: TimeRange) -> bool:
    found = instances.of(component, span.start, span.end)
    return any(span.holds(one.start if name == "DTSTART" else one.end) for one in found)


def _in_range(entry: Property, instances: Instances, span: TimeRange) -> bool:
    try:
        found = list(periods(entry, instances))
    except LimitExceeded:
        raise
    except ContentError:  # no date, so in no range
        return False
    return any(span.holds(start) or (end > start and span.meets((start, end))) for _, start, end in found)
