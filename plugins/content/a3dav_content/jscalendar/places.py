"""Locations (RFC 8984 §4.2.5) from and to LOCATION, GEO and VLOCATION."""

from __future__ import annotations

import re
from typing import Any

from a3dav_content.jscalendar.lists import jsid, read_links, said, write_links
from a3dav_content.jscalendar.passthrough import JSID, Draft, Source, written_text
from a3dav_content.jscalendar.spans import is_told_by_end
from a3dav_content.json_ids import derived, is_id, key_of
from a3dav_content.lines import Component, split_unescaped, unescape_text

Json = dict[str, Any]
_NUMBER = r"([+-]?\d{1,3}(?:\.\d{1,15})?)"
_GEO = re.compile(rf"\s*{_NUMBER}\s*;\s*{_NUMBER}\s*", re.ASCII)
_URI = re.compile(rf"geo:{_NUMBER},{_NUMBER}", re.ASCII | re.IGNORECASE)


def read_places(source: Source, found: Json) -> None:
    places: Json = {}
    _read_named(source, places)
    for part in source.parts("VLOCATION"):
        key, place, inner = _read_component(part, places)
        places[key] = place
        source.take_part(part, f"locations/{key}", inner.sketch)
    if places:
        found["locations"] = places


def _read_named(source: Source, places: Json) -> None:
    named = source.first("LOCATION")
    if named is not None and ((named.param("DERIVED") or "").upper() == "TRUE" or not named.text.strip()):
        named = None
    geo = source.first("GEO")
    uri = None if geo is None or (geo.param("DERIVED") or "").upper() == "TRUE" else _uri_of(geo.value)
    leading = named or (geo if uri else None)
    if leading is None:
        return
    key = key_of(said(leading, JSID), leading.value, places)
    place: Json = {"@type": "Location"}
    if named is not None:
        place["name"] = named.text
        source.keep(f"locations/{key}/name", named)
        source.take(named, f"locations/{key}/name")
    if geo is not None and uri:
        place["coordinates"] = uri
        source.keep(f"locations/{key}/coordinates", geo, named=True)
        source.take(geo, f"locations/{key}/coordinates")
    places[key] = place


def _uri_of(value: str) -> str | None:
    match = _GEO.fullmatch(value.replace("\\;", ";"))
    return f"geo:{match[1].removeprefix('+')},{match[2].removeprefix('+')}" if match else None


def _read_component(part: Component, places: Json) -> tuple[str, Json, Source]:
    source = Source(part)
    place: Json = {"@type": "Location"}
    name, key = source.first("NAME"), source.first(JSID)
    if name is not None:
        place["name"] = name.text
        source.keep("name", name)
        source.take(name, "name")
    said_key = key.text if key is not None else None
    if key is not None:
        source.take(key, JSID)
    uid = source.first("UID")
    if said_key is None and uid is not None and is_id(uid.text):
        said_key = uid.text
    found_key = key_of(said_key, place.get("name", ""), places)
    if uid is not None and uid.text == found_key:
        source.take(uid, "UID")
    _read_details(source, place)
    source.close(place)
    return found_key, place, source


def _read_details(source: Source, place: Json) -> None:
    if (description := source.first("DESCRIPTION")) is not None:
        place["description"] = description.text
        source.keep("description", description)
        source.take(description, "description")
    types = [unescape_text(word) for e in source.all("LOCATION-TYPE") for word in split_unescaped(e.value, ",") if word]
    for entry in source.all("LOCATION-TYPE"):
        source.take(entry, "locationTypes")
    if types:
        place["locationTypes"] = dict.fromkeys(types, True)
    for entry in (*source.all("COORDINATES"), *source.all("GEO")):
        uri = entry.value.strip() if entry.name == "COORDINATES" else _uri_of(entry.value)
        if uri and "coordinates" not in place:
            place["coordinates"] = uri
            source.keep("coordinates", entry, named=entry.name == "GEO")
            source.take(entry, "coordinates")
    read_links(source, place)


def write_places(draft: Draft, end_zone: str | None) -> None:
    """Writes locations; what `end_zone` tells is in DTEND already."""
    has_location = told = False
    for key, place in (draft.pop("locations") or {}).items():
        members = {name: value for name, value in place.items() if value not in (None, {}) and name != "@type"}
        if end_zone is not None and place.get("timeZone") == end_zone and is_told_by_end(place) and not told:
            told = True
            continue
        simple = not has_location and "iCalendar" not in members and "links" not in members
        geo = draft.name_of(f"locations/{key}/coordinates") == "GEO"
        if simple and members.get("name") and _fits(members, geo=True):
            has_location = True
            _write_lines(draft, key, members)
        elif simple and geo and _fits(members, geo=True):
            _write_lines(draft, key, members)
        else:
            draft.sketch.parts.append((f"locations/{key}", _component(draft, key, members)))


def _fits(members: Json, *, geo: bool) -> bool:
    coordinates = members.get("coordinates")
    return geo and (coordinates is None or _URI.fullmatch(coordinates) is not None)


def _write_lines(draft: Draft, key: str, members: Json) -> None:
    path, rest = f"locations/{key}", dict(members)
    name, coordinates = rest.pop("name", None), rest.pop("coordinates", None)
    match = _URI.fullmatch(coordinates) if coordinates else None
    geo = f"{match[1]};{match[2]}" if match else ""
    params = jsid(key, written_text(name) if name else geo, always=bool(rest))
    if name:
        draft.add_text(f"{path}/name", "LOCATION", name, (*params, *draft.params_of(f"{path}/name")))
    if geo:
        params = params if not name else ()
        draft.add(f"{path}/coordinates", "GEO", geo, (*params, *draft.params_of(f"{path}/coordinates")))
    draft.leave_all(f"{path}/", rest)


def _component(draft: Draft, key: str, members: Json) -> Any:
    inner = Draft("VLOCATION", members, f"{draft.place}/locations/{key}")
    uid = next((p[3] for p in (members.get("iCalendar") or {}).get("properties") or () if p[0] == "uid"), None)
    name = inner.pop("name")
    if uid is None:
        inner.add_text("UID", "UID", key)
    elif uid != key and (is_id(str(uid)) or key != derived(name or "")):
        inner.add(JSID, JSID, key)
    if name is not None:
        inner.add_text("name", "NAME", name, inner.params_of("name"))
    if (description := inner.pop("description")) is not None:
        inner.add_text("description", "DESCRIPTION", description, inner.params_of("description"))
    if types := inner.pop("locationTypes"):
        inner.add("locationTypes", "LOCATION-TYPE", ",".join(map(written_text, types)))
    if (uri := inner.pop("coordinates")) is not None:
        match = _URI.fullmatch(uri) if inner.name_of("coordinates") == "GEO" else None
        if match:
            inner.add("coordinates", "GEO", f"{match[1]};{match[2]}", inner.params_of("coordinates"))
        else:
            inner.add("coordinates", "COORDINATES", uri, (("VALUE", ("URI",)), *inner.params_of("coordinates")))
    write_links(inner)
    return inner.close()
