"""Calendar objects as JSCalendar, with refusals that name the place."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from a3dav.api.shapes import InvalidBody, about_member
from a3dav.errors import DavError
from a3dav.resources import Resource
from a3dav_caldav.errors import of_content
from a3dav_content import jscalendar
from a3dav_content.errors import ContentError, InvalidJson

Json = dict[str, Any]


def make(value: Json) -> bytes:
    """A new object has a UID of the server's where its client gives it none."""
    named = value if "uid" in value or value.get("@type") == "Group" else {**value, "uid": str(uuid4())}
    return jscalendar.from_jscalendar(named)


def refuse(error: ContentError) -> DavError:
    return InvalidBody(error.pointer, error.message) if isinstance(error, InvalidJson) else of_content(error)


def about(resource: Resource) -> Json:
    """What is told of an object without its text."""
    _, _, component = resource.content_type.partition("component=")
    return about_member(resource) | {"uid": resource.uid or "", "component": component or "VEVENT"}


def instance(whole: Json, recurrence_id: str | None) -> Json:
    """One instance of a series by itself (RFC 8984 §4.3.5): the series with its patch, and without its rules."""
    found = _entry(whole, recurrence_id)
    if recurrence_id is None or found.get("recurrenceId") == recurrence_id:
        return found
    change = (found.get("recurrenceOverrides") or {}).get(recurrence_id, {})
    alone = {name: value for name, value in found.items() if name not in _OF_SERIES}
    return jscalendar.apply_patch({**alone, "start": recurrence_id, "recurrenceId": recurrence_id}, change)


_OF_SERIES = frozenset({"recurrenceRules", "excludedRecurrenceRules", "recurrenceOverrides"})


def _entry(whole: Json, recurrence_id: str | None) -> Json:
    """Of a Group, as which overrides without their series are told, the entry that is meant."""
    entries = whole.get("entries") if whole.get("@type") == "Group" else None
    if not entries:
        return whole
    return next((one for one in entries if one.get("recurrenceId") == recurrence_id), entries[0])
