"""Localizations (RFC 9553 §2.7.1) from and to lines with LANGUAGE that share an ALTID (RFC 9555 §2.3.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from a3dav_content.jscontact.entries import BY_NAME, kind_of, read_entry, write_entry
from a3dav_content.jscontact.people import read_structure
from a3dav_content.jscontact.structures import ADR, JSCOMPS, N, Structure, written
from a3dav_content.jscontact.texts import NAME, PARAMS, CardDraft, CardSource, kept, param, said, text_value
from a3dav_content.json_pointers import escaped, unescaped
from a3dav_content.lines import Params, Property

Json = dict[str, Any]
_PHONETIC = re.compile(r"name/(?:phonetic(?:System|Script)|components/(\d+)/phonetic)", re.ASCII)
_LOCAL = frozenset({"LANGUAGE", "ALTID"})


def read_languages(source: CardSource, found: Json) -> None:
    """Takes what says in another language what the card says already."""
    told: Json = {}
    if "language" not in found and (line := source.tagged("full")) is not None and (tag := said(line, "LANGUAGE")):
        found["language"] = tag
    for entry in [entry for name in ("FN", "N", "ADR", *BY_NAME) for entry in source.all(name)]:
        language = said(entry, "LANGUAGE")
        if not language or not re.fullmatch(r"[A-Za-z0-9-]{1,100}", language):
            continue
        patch, tag = _patch_of(entry, source, found)
        patches = told.get(language, {})
        if not patch or patch.keys() & patches.keys():
            continue
        told[language] = {**patches, **patch}
        source.take(entry, f"{tag}@{language}")
    if told:
        found["localizations"] = told


def _patch_of(entry: Property, source: CardSource, found: Json) -> tuple[Json, str]:
    name = found.get("name", {})
    if entry.name == "FN":
        plain = name.get("full") is not None and not kept(entry, _LOCAL)
        return ({"name/full": entry.text} if plain else {}), "full"
    if entry.name == "N":
        return (_spoken(entry, name) if entry.param("PHONETIC") else _components(entry, N, "name", name)), "name"
    altid = entry.param("ALTID")
    base = source.base_of(entry.name, altid) if altid else None
    if base is None:
        return {}, ""
    collection, key = base.split("/", 1)
    value = found.get(collection, {}).get(key, {})
    if entry.name == "ADR":
        return _components(entry, ADR, base, value), base
    own, member = read_entry(entry), BY_NAME[entry.name].member
    if own is None or set(own.get(PARAMS, {})) - {"altid", "language"}:
        return {}, ""
    others = {name for name in own if name not in {member, "units", PARAMS} and own[name] != value.get(name)}
    differing = [name for name in (member, "units") if own.get(name) != value.get(name) and name in own]
    return ({} if others else {f"{base}/{name}": own[name] for name in differing}), base


def _components(entry: Property, structure: Structure, tag: str, base: Json) -> Json:
    read = read_structure(entry, structure)
    if not read or "components" not in base or kept(entry, {*_LOCAL, JSCOMPS, "LABEL"}):
        return {}
    return {
        f"{tag}/{member}": read[member] for member in ("components", "isOrdered", "defaultSeparator") if member in read
    }


def _spoken(entry: Property, base: Json) -> Json:
    """How the components of the name are pronounced in another language (RFC 9555 §2.3.15)."""
    read = read_structure(entry, N) or {}
    sounds, plain = read.get("components", []), _in_place(base)
    same = [part["kind"] for part in sounds] == [part["kind"] for _, part in plain]
    if not same or not sounds or kept(entry, {*_LOCAL, "PHONETIC", "SCRIPT"}):
        return {}
    patch: Json = {
        f"name/components/{place}/phonetic": sound["value"] for (place, _), sound in zip(plain, sounds, strict=True)
    }
    system, script = said(entry, "PHONETIC"), said(entry, "SCRIPT")
    if system and system.lower() != "script":
        patch["name/phoneticSystem"] = system
    return {**patch, **({"name/phoneticScript": script} if script else {})}


def _in_place(name: Json) -> list[tuple[int, Json]]:
    """The components in the order of N, each with its place among them."""
    known = [(place, part) for place, part in enumerate(name.get("components") or ()) if part["kind"] in N.kinds]
    return sorted(known, key=lambda pair: N.kinds.index(pair[1]["kind"]))


def prepare_languages(card: Json) -> list[tuple[str, Property]]:
    """The lines of localizations. What is localized gets an ALTID; what cannot be told so stays in the card."""
    told: Json = card.pop("localizations", None) or {}
    found: list[tuple[str, Property]] = []
    left: Json = {}
    for language, patches in told.items():
        lines = list(_lines(card, language, patches))
        if patches and all(line is not None for line in lines):
            found += [line for line in lines if line is not None]
        else:
            left[language] = patches
    if left:
        card["localizations"] = left
    return found


def _lines(card: Json, language: str, patches: Json) -> Iterator[tuple[str, Property] | None]:
    spoken = {pointer: value for pointer, value in patches.items() if _PHONETIC.fullmatch(pointer)}
    if spoken:
        yield _spoken_line(card, language, spoken)
    by_entry: dict[tuple[str, ...], Json] = {}
    for pointer, value in patches.items():
        if pointer not in spoken:
            *steps, member = map(unescaped, pointer.split("/"))
            by_entry.setdefault(tuple(steps), {})[member] = value
    for above, members in by_entry.items():
        yield from _entry_lines(card, language, above, members)


def _spoken_line(card: Json, language: str, patches: Json) -> tuple[str, Property] | None:
    name = card.get("name") or {}
    places = {
        int(match[1]): value
        for pointer, value in patches.items()
        if (match := _PHONETIC.fullmatch(pointer)) and match[1]
    }
    plain = [(place, part) for place, part in _in_place(name)]
    if (
        not plain
        or {place for place, _ in plain} != places.keys()
        or not all(isinstance(v, str) for v in places.values())
    ):
        return None
    sounds = [{"kind": part["kind"], "phonetic": places[place]} for place, part in plain]
    line = written({"components": sounds}, N, "phonetic")
    params: Params = (
        ("ALTID", (_altid(name, "1"),)), ("LANGUAGE", (language,)),
        *param("PHONETIC", patches.get("name/phoneticSystem") or "script"),
        *param("SCRIPT", patches.get("name/phoneticScript")),
    )  # fmt: skip
    return (f"name@{language}", Property("N", line.value, params)) if line else None


def _altid(value: Json, key: str) -> str:
    params = value.setdefault(PARAMS, {})
    return str(params.setdefault("altid", key))


def _entry_lines(
    card: Json, language: str, above: tuple[str, ...], members: Json
) -> Iterator[tuple[str, Property] | None]:
    local: Params = (("LANGUAGE", (language,)),)
    if above == ("name",):
        full, components = members.pop("full", None), members
        if isinstance(full, str):
            yield f"full@{language}", Property("FN", text_value(full), local)
        if components:
            yield _structured(card.get("name") or {}, components, N, "N", "1", local, f"name@{language}")
        return
    value = (card.get(above[0]) or {}).get(above[1]) if len(above) == 2 else None
    if not isinstance(value, dict):
        yield None
    elif above[0] == "addresses":
        yield _structured(value, members, ADR, "ADR", above[1], local, f"{'/'.join(above)}@{language}")
    else:
        yield _plain(value, members, above, local, f"{'/'.join(above)}@{language}")


def _structured(
    base: Json, members: Json, structure: Structure, name: str, key: str, local: Params, tag: str
) -> tuple[str, Property] | None:
    parts = members.get("components")
    known = members.keys() <= {"components", "isOrdered", "defaultSeparator"}
    sound = isinstance(parts, list) and all(isinstance(part, dict) and _is_component(part) for part in parts)
    line = written(members, structure) if known and sound else None
    if line is None:
        return None
    return tag, Property(name, line.value, (("ALTID", (_altid(base, key),)), *local, *param(JSCOMPS, line.jscomps)))


def _is_component(part: Json) -> bool:
    return part.keys() == {"kind", "value"} and all(isinstance(value, str) for value in part.values())


def _plain(base: Json, members: Json, above: tuple[str, ...], local: Params, tag: str) -> tuple[str, Property] | None:
    kind = kind_of(above[0], base)
    if kind is None or kind.uri or members.keys() - {kind.member, "units"} or not _sound(members):
        return None
    own = {**kind.fixed, **{name: base[name] for name in (kind.member, "units") if name in base}, **members}
    line, rest = write_entry(kind, {name: member for name, member in own.items() if name != NAME}, "")
    if any(member is not None for member in rest.values()):
        return None
    altid = _altid(base, above[1])
    return tag, Property(line.name, line.value, (("ALTID", (altid,)), *local, *line.params))


def _sound(members: Json) -> bool:
    units = members.get("units", [])
    return all(isinstance(value, str) for name, value in members.items() if name != "units") and (
        isinstance(units, list)
        and all(isinstance(unit, dict) and unit.keys() == {"name"} and isinstance(unit["name"], str) for unit in units)
    )


def leave_languages(draft: CardDraft, *, alone: bool) -> None:
    """JSPROP of what no line can tell; `alone` says that no line tells any localization."""
    left = draft.pop("localizations") or {}
    if alone and left:
        draft.leave("localizations", left)
    for language, patches in left.items() if not alone else ():
        draft.leave(f"localizations/{escaped(language)}", patches)
