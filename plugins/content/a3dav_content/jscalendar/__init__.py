"""JSCalendar (RFC 8984): calendar objects in JSON, and content lines edited by it.

- `to_jscalendar(text)` reads a VCALENDAR as an Event or Task with its overrides, or as a Group of several.
- `from_jscalendar(value)` writes the VCALENDAR of such an object.
- `edit_calendar(text, wanted)` makes a stored text say what is wanted: only lines whose meaning changed are exchanged.
- `patch_calendar(text, patch)` does so for a PatchObject (RFC 8984 §1.4.9), or a merge patch (RFC 7396).

Texts come as `str` or `bytes`, and go as `bytes`. What JSCalendar cannot say goes along in members named `iCalendar`,
as draft-ietf-calext-jscalendar-icalendar has it. Refusals are a ContentError: an InvalidJson has the `pointer` of what
is wrong in an object.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from a3dav_content.errors import InvalidJson
from a3dav_content.jscalendar.groups import read_calendar, write_calendar
from a3dav_content.jscalendar.series import instances
from a3dav_content.jscalendar.shapes import CALENDAR_OBJECT, ENTRY
from a3dav_content.jscalendar.zones import refuse_unknown
from a3dav_content.json_pointers import apply_merge_patch, apply_patch, value_at
from a3dav_content.json_shapes import Walk
from a3dav_content.lines import LIMITS, Limits, serialise
from a3dav_content.restoring import removing, restored, without_nulls
from a3dav_content.sketches import merged
from a3dav_content.zone_references import add_missing

MEDIA_TYPE = "application/jscalendar+json"
Json = dict[str, Any]
_UNASKED = ("@type", "uid", "prodId", "created", "updated", "sequence")
"""Members that stay where a wanted object does not speak of them, beside all that is passed through."""


def to_jscalendar(text: str | bytes, limits: Limits = LIMITS) -> Json:
    """A calendar as an Event, a Task, or a Group where it is several or neither; raises ContentError."""
    return read_calendar(_body(text), limits).value


def from_jscalendar(value: Mapping[str, Any]) -> bytes:
    """The VCALENDAR that an object says, with descriptions of its time zones; raises InvalidJson."""
    wanted = _checked(value)
    for place, entry in _entries(wanted):
        for name in ("uid", *(("start",) if entry["@type"] == "Event" else ())):
            if not entry.get(name):
                raise InvalidJson(f"{name} is missing", place)
        entry.setdefault("updated", datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return add_missing(serialise(write_calendar(wanted).component()))


def edit_calendar(text: str | bytes, wanted: Mapping[str, Any], limits: Limits = LIMITS) -> bytes:
    """The text as the wanted object says it; what means the same stays byte for byte. Raises ContentError.

    What a JSCalendar client cannot know stays where `wanted` leaves it out: properties and parameters of iCalendar, and
    members that are of no standard. A member that is null is removed.
    """
    body = _body(text)
    stored = read_calendar(body, limits)
    _checked(wanted, stored.value)
    whole = without_nulls(restored(stored.value, wanted, _UNASKED))
    is_anonymous = any(not entry.get("uid") for _, entry in _entries(stored.value))
    for place, entry in _entries(whole):
        if not entry.get("uid") and not is_anonymous:
            raise InvalidJson("uid is missing", place)
    if (whole["@type"] == "Group") is not (stored.value["@type"] == "Group"):
        raise InvalidJson(f"this is stored as a {stored.value['@type']}", "/@type")
    found = merged(body, stored.sketch, write_calendar(stored.value), write_calendar(whole))
    return add_missing(found) if _has_new_zones(body, found) else found


def patch_calendar(text: str | bytes, patch: Mapping[str, Any], *, merge: bool = False) -> bytes:
    """The text with a PatchObject applied to its object, or a merge patch; raises ContentError."""
    before = to_jscalendar(text)
    if merge:
        return edit_calendar(text, removing(before, apply_merge_patch(before, dict(patch))))
    return edit_calendar(text, removing(before, apply_patch(before, patch)))


def _body(text: str | bytes) -> bytes:
    return text.encode("utf-8", "replace") if isinstance(text, str) else text


def _checked(value: Mapping[str, Any], stored: Json | None = None) -> Json:
    if not isinstance(value, Mapping):
        raise InvalidJson("an object is expected", "")
    wanted = without_nulls(dict(value))
    CALENDAR_OBJECT(wanted, "", Walk(stored=stored))
    wanted.setdefault("@type", "Event")
    for place, entry in _entries(wanted):
        before = value_at(stored, place) if stored is not None else {}
        known = {key: whole for key, _, whole in instances(before, place)} if isinstance(before, dict) else {}
        zones = {**(wanted.get("timeZones") or {}), **(entry.get("timeZones") or {})}
        refuse_unknown(entry, zones, place, before if isinstance(before, dict) else {})
        for key, there, whole in instances(entry, place):
            _check_instance(whole, there, known.get(key))
            refuse_unknown(whole, zones, there, known.get(key) or {})
    return wanted


def _check_instance(whole: Json, place: str, before: Json | None) -> None:
    """RFC 8984 §1.4.9: what a patch sets is valid for its place."""
    try:
        ENTRY(whole, "", Walk(stored=before))
    except InvalidJson as error:
        raise InvalidJson(error.message, place + error.pointer) from error


def _entries(value: Json) -> list[tuple[str, Json]]:
    if value["@type"] != "Group":
        return [("", value)]
    for entry in value["entries"]:
        entry.setdefault("@type", "Event")
    return [(f"/entries/{index}", entry) for index, entry in enumerate(value["entries"])]


def _has_new_zones(before: bytes, after: bytes) -> bool:
    def names(body: bytes) -> set[bytes]:
        return {part.split(b":")[0].split(b";")[0] for part in body.upper().split(b"TZID=")[1:]}

    return before != after and not names(after) <= names(before)


__all__ = ["MEDIA_TYPE", "apply_patch", "edit_calendar", "from_jscalendar", "patch_calendar", "to_jscalendar"]
