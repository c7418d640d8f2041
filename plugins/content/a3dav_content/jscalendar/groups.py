"""Whole calendars: one event or task by itself, several of them as a group (RFC 8984 §2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from a3dav_content.calendar_objects import PRODID
from a3dav_content.errors import InvalidCalendarData, InvalidJson
from a3dav_content.jscalendar.clocks import Clocks, utc_in
from a3dav_content.jscalendar.entries import TYPES
from a3dav_content.jscalendar.lists import language_of, param, read_links, read_sets, write_links, write_sets
from a3dav_content.jscalendar.passthrough import Draft, Source
from a3dav_content.jscalendar.series import read_main, write_main
from a3dav_content.jscalendar.zones import read_zone, write_zone
from a3dav_content.json_ids import derived
from a3dav_content.json_pointers import escaped
from a3dav_content.lines import LIMITS, Component, Limits, Property, parse
from a3dav_content.sketches import Sketch

Json = dict[str, Any]
_TEXTS = {"NAME": "title", "DESCRIPTION": "description", "COLOR": "color", "SOURCE": "source"}
_STAMPS = {"CREATED": "created", "LAST-MODIFIED": "updated"}


@dataclass(slots=True)
class Reading:
    """What a text says, and where each part of it stands."""

    value: Json
    sketch: Sketch


def read_calendar(body: bytes, limits: Limits = LIMITS) -> Reading:
    """Raises ContentError for what is not one VCALENDAR."""
    found = parse(body, limits)
    if len(found) != 1 or found[0].name != "VCALENDAR":
        raise InvalidCalendarData("exactly one VCALENDAR is expected")
    calendar = found[0]
    zones = {zone.text.strip(): part for part in calendar.sub("VTIMEZONE") if (zone := part.first("TZID"))}
    clocks = Clocks(zones)
    others = [part for part in calendar.components if part.name not in {*TYPES, "VTIMEZONE"}]
    entries = [*_entries(calendar, clocks)]
    source = Source(calendar)
    for entry, _ in entries:
        _tell_zones(entry, zones, clocks)
    if len(entries) == 1 and not others:
        return Reading(_alone(source, *entries[0]), source.sketch)
    return Reading(_group(source, entries), source.sketch)


Entry = tuple[Json, list[tuple[str, Sketch]]]


def _entries(calendar: Component, clocks: Clocks) -> Iterator[Entry]:
    mains: dict[tuple[str, str], list[Component]] = {}
    for part in calendar.components:
        if part.name in TYPES:
            mains.setdefault((part.name, (part.value("UID") or "").strip()), []).append(part)
    for parts in mains.values():
        main = [part for part in parts if part.first("RECURRENCE-ID") is None]
        overrides = [part for part in parts if part.first("RECURRENCE-ID") is not None]
        if len(main) == 1:
            yield read_main(main[0], overrides, clocks)
        else:
            yield from (read_main(part, (), clocks) for part in parts)


def _tell_zones(entry: Json, zones: dict[str, Component], clocks: Clocks) -> None:
    """RFC 8984 §4.7.2: the custom zones that an entry refers to stand in it."""
    named = {text for text in _texts(entry) if text.startswith("/")}
    told = {f"/{tzid.lstrip('/')}": part for tzid, part in zones.items() if clocks.id_of(tzid) in named}
    found = {name: read_zone(part) for name, part in told.items() if name in named}
    usable = {name: zone for name, zone in found.items() if zone.get("standard") or zone.get("daylight")}
    if usable:
        entry["timeZones"] = usable


def _texts(value: Any) -> Iterator[str]:
    for name, member in value.items():
        if isinstance(member, dict):
            yield from _texts(member)
        elif isinstance(member, str) and name.lower().endswith("timezone"):
            yield member


def _alone(source: Source, entry: Json, sketches: list[tuple[str, Sketch]]) -> Json:
    for name, member in (("PRODID", "prodId"), ("METHOD", "method")):
        line = source.first(name)
        if line is not None and line.value.strip():
            entry[member] = line.value.strip().lower() if name == "METHOD" else line.text
            source.take(line, member)
    source.sketch.parts += sketches
    source.sketch.parts += _zone_sketches(source, entry)
    return entry


def _zone_sketches(source: Source, *entries: Json) -> list[tuple[str, Sketch]]:
    told = {name: zone["tzId"] for entry in entries for name, zone in (entry.get("timeZones") or {}).items()}
    by_tzid = {(part.value("TZID") or "").strip(): part for part in source.component.sub("VTIMEZONE")}
    return [
        (f"timeZones{name}", Sketch("VTIMEZONE", source=by_tzid[tzid]))
        for name, tzid in told.items()
        if tzid in by_tzid
    ]


def _group(source: Source, entries: list[Entry]) -> Json:
    found: Json = {"@type": "Group"}
    uid = source.first("UID")
    if uid is not None and uid.value.strip():
        found["uid"] = uid.text.strip()
        source.take(uid, "uid")
    else:
        found["uid"] = _made_uid([entry for entry, _ in entries])
    _read_group(source, found)
    for part in source.parts("VTIMEZONE"):
        source.take_part(part, "known", Sketch(part.name))
    source.sketch.parts.clear()
    found["entries"] = [entry for entry, _ in entries]
    for entry, sketches in entries:
        for part in [part for name in TYPES for part in source.parts(name)]:
            if any(sketch.source is part for _, sketch in sketches):
                source.take_part(part, "", Sketch(part.name))
        source.sketch.parts = [pair for pair in source.sketch.parts if pair[0]]
        source.sketch.parts += [(_tag(entry, tag), sketch) for tag, sketch in sketches]
    source.sketch.parts += _zone_sketches(source, *found["entries"])
    source.close(found, left_out=("VERSION", "CALSCALE"))
    return found


def _made_uid(entries: list[Json]) -> str:
    return derived("\n".join(sorted(str(entry.get("uid", "")) for entry in entries)))


def _tag(entry: Json, tag: str) -> str:
    return f"{entry.get('@type')} {entry.get('uid', '')} {entry.get('recurrenceId', '')} {tag}"


def _read_group(source: Source, found: Json) -> None:
    for name, member in (*_TEXTS.items(), ("PRODID", "prodId")):
        line = source.first(name)
        if line is not None:
            found[member] = line.value.strip() if name in {"SOURCE", "COLOR"} else line.text
            source.keep(member, line, {"LANGUAGE"} if name == "NAME" else ())
            source.take(line, member)
            if name == "NAME" and (language := language_of(line)):
                found["locale"] = language
    for name, member in _STAMPS.items():
        line = source.first(name)
        stamp = _stamp(line) if line is not None else None
        if line is not None and stamp:
            found[member] = stamp
            source.take(line, member)
    read_sets(source, found)
    read_links(source, found)


def _stamp(line: Property) -> str | None:
    text = line.value.strip()
    if len(text) != 16 or not (text[:8] + text[9:15]).isdecimal() or text[8] + text[15] != "TZ":
        return None
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}T{text[9:11]}:{text[11:13]}:{text[13:15]}Z"


def write_calendar(value: Json) -> Sketch:
    """The sketch of a calendar; raises InvalidJson for what cannot be written."""
    if value.get("@type") == "Group":
        return _write_group(value)
    sketch = Sketch("VCALENDAR")
    sketch.add("version", "VERSION", "2.0")
    _write_head(sketch, value)
    for tag, part in _write_one(value, value, ""):
        sketch.parts.append((tag, part))
    return sketch


def _write_head(sketch: Sketch, value: Json) -> None:
    sketch.add("prodId", "PRODID", str(value.get("prodId") or PRODID))
    if value.get("method"):
        sketch.add("method", "METHOD", str(value["method"]).upper())


def _write_one(entry: Json, whole: Json, place: str) -> Iterator[tuple[str, Sketch]]:
    zones: Json = {**(whole.get("timeZones") or {}), **(entry.get("timeZones") or {})}
    drawn = {name: write_zone(zone, f"{place}/timeZones/{escaped(name)}") for name, zone in zones.items()}
    for name in zones:
        if not name.startswith("/"):
            raise InvalidJson("the id of a custom time zone begins with a solidus", f"{place}/timeZones/{name}")
    described = {zone["tzId"]: drawn[name].component() for name, zone in zones.items()}
    clocks = Clocks(described | {name: described[zone["tzId"]] for name, zone in zones.items()})
    yield from ((f"timeZones{name}", part) for name, part in drawn.items())
    yield from write_main(entry, clocks, place)


def _write_group(value: Json) -> Sketch:
    draft = Draft("VCALENDAR", value, "")
    entries = draft.pop("entries")
    draft.pop("timeZones")
    draft.add("version", "VERSION", "2.0")
    draft.add("prodId", "PRODID", str(draft.pop("prodId") or PRODID))
    methods = {entry.get("method") for entry in entries if entry.get("method")}
    for method in sorted(methods)[:1]:
        draft.add("method", "METHOD", method.upper())
    uid = draft.pop("uid")
    if uid and uid != _made_uid(entries):
        draft.add_text("uid", "UID", uid)
    _write_members(draft)
    zones: set[str] = set()
    for index, entry in enumerate(entries):
        for tag, part in _write_one(entry, value, f"/entries/{index}"):
            if not tag.startswith("timeZones"):
                draft.sketch.parts.append((_tag(entry, tag), part))
            elif tag not in zones:
                zones.add(tag)
                draft.sketch.parts.append((tag, part))
    return draft.close()


def _write_members(draft: Draft) -> None:
    for name, member in _TEXTS.items():
        text = draft.pop(member)
        if text is None:
            continue
        if name in {"SOURCE", "COLOR"}:
            draft.add(member, name, text, draft.params_of(member))
        else:
            language = param("LANGUAGE", draft.pop("locale")) if name == "NAME" else ()
            draft.add_text(member, name, text, (*language, *draft.params_of(member)))
    for name, member in _STAMPS.items():
        stamp = draft.pop(member)
        if stamp is not None:
            draft.add(member, name, utc_in(stamp, f"/{member}"), draft.params_of(member))
    write_sets(draft)
    write_links(draft)
