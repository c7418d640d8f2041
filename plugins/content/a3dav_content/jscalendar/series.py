"""Series: a main component and its instances as one object with overrides (RFC 8984 §4.3.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from a3dav_content.dates import Duration, Moment, moment_of, parse_duration, parse_moment
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.jscalendar.clocks import Clocks, duration_text, local_in, local_text
from a3dav_content.jscalendar.entries import read_entry, write_entry
from a3dav_content.jscalendar.passthrough import RAW, Draft, Source
from a3dav_content.jscalendar.spans import Form, is_told_by_end, tzid_of
from a3dav_content.json_pointers import apply_patch, below, copied, differences
from a3dav_content.lines import Component, Params, Property
from a3dav_content.sketches import Sketch

Json = dict[str, Any]
OVERRIDES = "recurrenceOverrides"
_OF_SERIES = {"recurrenceRules", "excludedRecurrenceRules", OVERRIDES}
IGNORED = {
    *_OF_SERIES, "@type", "method", "privacy", "prodId", "recurrenceId", "recurrenceIdTimeZone", "relatedTo", "replyTo",
    "sentBy", "timeZones", "uid",
}  # fmt: skip
"""What a patch of one instance cannot change."""
_TIMES = ("start", "duration", "due")
MOST_DATES = 10_000


def read_main(
    component: Component, overrides: Sequence[Component], clocks: Clocks
) -> tuple[Json, list[tuple[str, Sketch]]]:
    """An object with its overrides, and the sketches of their components under the tags that `write_main` gives."""
    found, source = read_entry(component, clocks)
    if "recurrenceId" not in found:
        _read_own_id(source, found, clocks)
    dates = _read_dates(source, found, clocks)
    source.restore(found)
    patches: Json = {}
    sketches: list[tuple[str, Sketch]] = []
    plain = _plain(found)
    for override in overrides:
        key, patch, sketch, named = _read_override(override, plain, clocks, source)
        if key in patches:
            raise ContentError("two overrides of one instance", override.line)
        patches[key] = patch
        sketches.append((key, sketch))
        if not named:
            source.note(f"{OVERRIDES}/{key}", component.name.lower())
    patches = {**dates, **patches}
    if patches:
        found[OVERRIDES] = dict(sorted(patches.items()))
    source.close(found)
    _forget_told_end(found)
    return found, [("main", source.sketch), *((f"{OVERRIDES}/{key}", sketch) for key, sketch in sketches)]


def _forget_told_end(found: Json) -> None:
    """A location that says more tells the zone of the end as well."""
    places = found.get("locations") or {}
    ends = [key for key, place in places.items() if place.get("relativeTo") == "end" and not is_told_by_end(place)]
    for key in [key for key, place in places.items() if ends and is_told_by_end(place)]:
        del places[key]


def _read_own_id(source: Source, found: Json, clocks: Clocks) -> None:
    """An instance without its series (RFC 8984 §4.3.1)."""
    entry = source.first("RECURRENCE-ID")
    if entry is None:
        return
    moment = moment_of(entry)
    zone = clocks.id_of_moment(moment)
    found["recurrenceId"], found["recurrenceIdTimeZone"] = local_text(moment.local), zone
    source.keep("recurrenceId", entry, {"TZID"} if zone else ())
    source.take(entry, "recurrenceId")


def _plain(found: Json) -> Json:
    """What an instance has of its series."""
    return {name: value for name, value in found.items() if name not in _OF_SERIES and name != RAW}


def instance(plain: Json, key: str) -> Json:
    """The instance of a series before it is patched: its times are moved to where its key says."""
    found: Json = copied(plain)
    start, due = found.get("start"), found.get("due")
    if start is not None:
        found["start"] = key
        if due is not None:
            found["due"] = _moved(due, start, key)
    elif due is not None:
        found["due"] = key
    return found


def _moved(due: str, start: str, key: str) -> str:
    try:
        shift = datetime.fromisoformat(key) - datetime.fromisoformat(start)
        return (datetime.fromisoformat(due) + shift).isoformat()
    except (ValueError, OverflowError):
        return due


def _read_override(component: Component, plain: Json, clocks: Clocks, series: Source) -> tuple[str, Json, Sketch, bool]:
    entry = component.first("RECURRENCE-ID")
    if entry is None:
        raise ContentError("an override without RECURRENCE-ID", component.line)
    own, source = read_entry(component, clocks)
    key = local_text(clocks.local(moment_of(entry), plain.get("timeZone")))
    source.keep("recurrenceId", entry, {"TZID"})
    source.take(entry, "recurrenceId")
    for name in _TIMES:
        if source.converted(name) == series.converted(name):
            source.forget(name)
    source.close(own)
    _forget_told_end(own)
    before = instance(plain, key)
    patch = differences(_patched(before), _patched(own))
    return key, patch, source.sketch, bool(patch)


def _patched(value: Json) -> Json:
    return {name: member for name, member in value.items() if name not in IGNORED}


def _read_dates(source: Source, found: Json, clocks: Clocks) -> Json:
    patches: Json = {}
    zone = found.get("timeZone")
    for name in ("RDATE", "EXDATE"):
        for entry in source.all(name):
            read = _dates_of(entry, zone, clocks, source)
            if read is None or any(key in patches for key, _ in read):
                continue
            patches.update(read)
            source.take(entry, name)
    return patches


def _dates_of(entry: Property, zone: str | None, clocks: Clocks, source: Source) -> list[tuple[str, Json]] | None:
    tzid, found = (entry.param("TZID") or "").strip(), []
    if {name for name, _ in entry.params} - {"TZID", "VALUE"}:
        return None
    for text in entry.value.split(",")[:MOST_DATES]:
        begin, mark, end = text.partition("/")
        try:
            moment = parse_moment(begin, tzid, entry.line)
            length = _period(moment, end, tzid, clocks) if mark else None
        except ContentError:
            return None
        key = local_text(clocks.local(moment, zone))
        found.append((key, {"excluded": True} if entry.name == "EXDATE" else {"duration": length} if length else {}))
        if length:
            source.keep(f"{OVERRIDES}/{key}", Property("RDATE", ""), named=True, kind="period")
    return found


def _period(start: Moment, end: str, tzid: str, clocks: Clocks) -> str:
    if "P" in end.upper():
        return duration_text(parse_duration(end))
    seconds = clocks.instant(parse_moment(end, tzid)) - clocks.instant(start)
    return duration_text(Duration(seconds=max(0, seconds)))


def write_main(value: Json, clocks: Clocks, place: str) -> Iterator[tuple[str, Sketch]]:
    """The components of an object: the main one, then one for each instance that has a patch of its own."""
    keyed = {**value, "__keys__": tuple(value.get(OVERRIDES) or ())}
    own = _own_id(value, clocks, place)
    draft, form = write_entry(keyed, clocks, place, own)
    patches: Json = value.get(OVERRIDES) or {}
    lone = {key for key, patch in patches.items() if _is_line(draft, key, patch)}
    for key in (key for key in patches if key in lone):
        _write_date(draft, form, key, patches[key], f"{place}/{OVERRIDES}")
    yield "main", draft.close()
    for key, there, whole in instances(value, place):
        if key not in lone:
            yield f"{OVERRIDES}/{key}", _override(whole, key, form, clocks, there, value)


def instances(value: Json, place: str) -> Iterator[tuple[str, str, Json]]:
    """Each instance that has patches as these make it: its key, its place, itself; raises InvalidJson."""
    plain = _plain({name: member for name, member in value.items() if member is not None})
    for key, patch in (value.get(OVERRIDES) or {}).items():
        there = below(f"{place}/{OVERRIDES}", key)
        wanted = {pointer: member for pointer, member in patch.items() if _first_step(pointer) not in IGNORED}
        if patch.get("excluded") is not True:
            yield key, there, apply_patch(instance(plain, key), wanted, there)


def _first_step(pointer: str) -> str:
    return pointer.removeprefix("/").partition("/")[0]


def _is_line(draft: Draft, key: str, patch: Json) -> bool:
    if patch.get("excluded") is True:
        return True
    name = draft.name_of(f"{OVERRIDES}/{key}")
    return name not in {"VEVENT", "VTODO"} and (not patch or (name == "RDATE" and patch.keys() <= {"duration"}))


def _write_date(draft: Draft, form: Form, key: str, patch: Json, place: str) -> None:
    excluded = patch.get("excluded") is True
    if excluded and len(patch) > 1:
        raise InvalidJson("an excluded instance has no other patch", below(place, key))
    value, params = form.value(local_in(key, below(place, key))), form.params()
    if patch.get("duration") and not excluded:
        value = f"{value}/{patch['duration']}"
        params = (("VALUE", ("PERIOD",)), *(entry for entry in params if entry[0] != "VALUE"))
    draft.add("EXDATE" if excluded else "RDATE", "EXDATE" if excluded else "RDATE", value, params)


def _own_id(value: Json, clocks: Clocks, place: str) -> Property | None:
    if value.get("recurrenceId") is None:
        return None
    zone = value.get("recurrenceIdTimeZone")
    draft = Draft("", value, place)
    is_date = bool(value.get("showWithoutTime")) and zone is None and value["recurrenceId"].endswith("T00:00:00")
    form = Form(zone, is_date, zone == "Etc/UTC", tzid_of(draft, clocks, zone, "recurrenceId"))
    return _recurrence_id(form, value["recurrenceId"], draft.params_of("recurrenceId", {"TZID"}), place)


def _recurrence_id(form: Form, key: str, kept: Params, place: str) -> Property:
    return Property("RECURRENCE-ID", form.value(local_in(key, place)), (*form.params(), *kept))


def _as_series(series: Json) -> Json:
    """How an instance that says nothing of it writes its times: as its series does."""
    kept = (series.get(RAW) or {}).get("convertedProperties") or {}
    return {name: kept[name] for name in _TIMES if name in kept}


def _override(whole: Json, key: str, form: Form, clocks: Clocks, place: str, series: Json) -> Sketch:
    entry = _recurrence_id(form, key, Draft("", whole, place).params_of("recurrenceId", {"TZID"}), place)
    for gone in ("recurrenceId", "recurrenceIdTimeZone", "excluded"):
        whole.pop(gone, None)
    if not whole.get("participants"):
        whole.pop("replyTo", None)
    if form.is_date:
        whole.setdefault("showWithoutTime", True)
    whole["@type"] = series.get("@type", "Event")
    about = whole.get(RAW) or {}
    converted = {**_as_series(series), **(about.get("convertedProperties") or {})}
    whole[RAW] = {**about, "convertedProperties": converted}
    draft, _ = write_entry(whole, clocks, place, entry)
    return draft.close()
