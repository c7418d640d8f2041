"""Names and addresses of a card (RFC 9555 §2.5.2, §2.5.5, §2.6.1, §2.8)."""

from __future__ import annotations

import re
from typing import Any

from a3dav_content.card_values import plain_uri, value_type
from a3dav_content.jscontact.entries import types_of, write_types
from a3dav_content.jscontact.structures import (
    ADR,
    JSCOMPS,
    N,
    Structure,
    components_of,
    full_text,
    ordered,
    values_of,
    written,
)
from a3dav_content.jscontact.texts import (
    NAME,
    CardDraft,
    CardSource,
    kept,
    merged_params,
    param,
    remembered,
    said,
    text_value,
)
from a3dav_content.json_ids import key_of
from a3dav_content.lines import Params, Property, unescape_text

Json = dict[str, Any]
_ADR_PARAMS = {"LABEL": "full", "GEO": "coordinates", "TZ": "timeZone", "CC": "countryCode"}
_CONTEXTS = {"home": "private", "work": "work", "billing": "billing", "delivery": "delivery"}
_GEO = re.compile(r"geo:.+", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d):?(00)?", re.ASCII)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)+", re.ASCII)


def read_name(source: CardSource, found: Json) -> None:
    name: Json = {}
    variants = source.variants()
    line = next((entry for entry in source.all("N") if id(entry) not in variants), None)
    if line is not None and (read := read_structure(line, N)) is not None and read.get("components"):
        sorts = [text.strip() for text in (said(line, "SORT-AS") or "").split(",")]
        kinds = {component["kind"] for component in read["components"]}
        sort_as = {kind: text for kind, text in zip(N.kinds, sorts, strict=False) if text and kind in kinds}
        name = {**read, **({"sortAs": sort_as} if sort_as else {}), **kept(line, {JSCOMPS, "SORT-AS"})}
        source.take(line, "name")
        _read_phonetic(source, line, name, N, "name")
    full = [entry for entry in source.all("FN") if entry.param("LANGUAGE") is None]
    if not full:
        full = [entry for entry in source.all("FN") if id(entry) not in variants][:1] or source.all("FN")[:1]
    best = min(full, key=lambda entry: len(entry.params), default=None)
    if best is not None:
        _read_full(source, best, name)
    if name:
        found["name"] = name


def _read_full(source: CardSource, entry: Property, name: Json) -> None:
    derived = (entry.param("DERIVED") or "").lower() == "true"
    if not (derived and name.get("components")) and (entry.text.strip() or not name):
        name["full"] = entry.text
    elif not derived and entry.text.strip():
        return
    source.take(entry, "full")


def read_structure(entry: Property, structure: Structure) -> Json | None:
    values = values_of(entry.value, structure)
    if values is None:
        return None
    order = said(entry, JSCOMPS)
    found = ordered(entry.value, order, values, structure) if order else None
    components = components_of(values, structure)
    return found or ({"components": components} if components else {})


def _read_phonetic(source: CardSource, line: Property, name: Json, structure: Structure, tag: str) -> None:
    """A second line of the same ALTID that says how the first is pronounced (RFC 9554 §4.6)."""
    altid = line.param("ALTID")
    for entry in source.all(line.name):
        system = said(entry, "PHONETIC")
        if not system or entry.param("ALTID") != altid or entry.param("LANGUAGE") is not None or not altid:
            continue
        phonetic = values_of(entry.value, structure)
        sounds = components_of(phonetic or [], structure)
        plain = [component for component in name["components"] if component["kind"] != "separator"]
        plain.sort(key=lambda component: structure.kinds.index(component["kind"]))
        if [component["kind"] for component in sounds] != [component["kind"] for component in plain]:
            continue
        for component, sound in zip(plain, sounds, strict=True):
            component["phonetic"] = sound["value"]
        if system.lower() != "script":
            name["phoneticSystem"] = system
        if script := said(entry, "SCRIPT"):
            name["phoneticScript"] = script
        source.take(entry, f"{tag}/phonetic")
        return


def write_name(draft: CardDraft) -> None:
    name = {key: member for key, member in (draft.pop("name") or {}).items() if member is not None and key != "@type"}
    full = name.pop("full", None)
    params, group = remembered(name, "/name")
    components = name.get("components")
    line = written(name, N) if components else None
    if line is not None:
        sounds = _phonetic(name)
        altid: Params = (("ALTID", ("1",)),) if sounds and not any(key == "ALTID" for key, _ in params) else ()
        sort_as = _sort_as(name.pop("sortAs", None) or {})
        order = param(JSCOMPS, line.jscomps)
        draft.add("name", "N", line.value, merged_params(order, sort_as, altid, params), group)
        _write_phonetic(draft, "name", "N", name, N, dict((*altid, *params)).get("ALTID", ("1",)))
        for member in ("components", "isOrdered", "defaultSeparator"):
            name.pop(member, None)
    if full is not None:
        draft.add("full", "FN", text_value(full))
    elif components:
        draft.add("full", "FN", text_value(full_text({**name, "components": components})), (("DERIVED", ("true",)),))
    else:
        draft.add("full", "FN", "")
    draft.leave_all("name/", name)


def _sort_as(sorts: Json) -> Params:
    texts = [sorts.get(kind) or "" for kind in N.kinds]
    while texts and not texts[-1]:
        texts.pop()
    return param("SORT-AS", ",".join(texts))


def _phonetic(name: Json) -> bool:
    return any(component.get("phonetic") for component in name.get("components") or ())


def _write_phonetic(
    draft: CardDraft, tag: str, line: str, name: Json, structure: Structure, altid: tuple[str, ...]
) -> None:
    system, script = name.pop("phoneticSystem", None), name.pop("phoneticScript", None)
    if not _phonetic(name):
        draft.leave_all(f"{tag}/", {"phoneticSystem": system, "phoneticScript": script})
        return
    sounds = [component for component in name["components"] if component["kind"] != "separator"]
    value = written({"components": sounds}, structure, "phonetic")
    params: Params = (("ALTID", altid), *param("PHONETIC", system or "script"), *param("SCRIPT", script))
    draft.add(f"{tag}/phonetic", line, value.value if value else "", params)


def read_addresses(source: CardSource, found: Json) -> None:
    addresses: Json = {}
    groups: dict[str, str] = {}
    variants = source.variants()
    for entry in source.all("ADR"):
        address = None if id(entry) in variants else _read_address(entry)
        if address is None:
            continue
        key = key_of(entry.param("PROP-ID"), f"ADR:{entry.value}", addresses)
        addresses[key] = address
        source.take(entry, f"addresses/{key}")
        if address.get("components"):
            _read_phonetic(source, entry, address, ADR, f"addresses/{key}")
        if entry.group:
            groups.setdefault(entry.group, key)
    for entry in (*source.all("GEO"), *source.all("TZ")):
        told = _place_of(entry)
        if told is None:
            continue
        key = groups.get(entry.group, "")
        if not key or told[0] in addresses[key]:
            key = key_of(entry.param("PROP-ID"), f"{entry.name}:{entry.value}", addresses)
            addresses[key] = {told[0]: told[1], **kept(entry, ()), NAME: entry.name.lower()}
        else:
            addresses[key][told[0]] = told[1]
        source.take(entry, f"addresses/{key}")
    if addresses:
        found["addresses"] = addresses


def _read_address(entry: Property) -> Json | None:
    address = read_structure(entry, ADR)
    if address is None:
        return None
    known = {JSCOMPS, "TYPE"}
    for name, member in _ADR_PARAMS.items():
        value = said(entry, name)
        if value and _is_sound(name, value):
            address[member] = value.replace("\\n", "\n") if name == "LABEL" else value
            known.add(name)
    rank = said(entry, "PREF") or ""
    if rank.isascii() and rank.isdigit() and len(rank) < 4 and 1 <= int(rank) <= 100:
        address["pref"] = int(rank)
        known.add("PREF")
    others = []
    for word in types_of(entry):
        context = _CONTEXTS.get(word.lower())
        if context:
            address.setdefault("contexts", {})[context] = True
        else:
            others.append(word)
    return {**address, **kept(entry, known, TYPE=others)}


def _is_sound(name: str, value: str) -> bool:
    pattern = {"GEO": _GEO, "TZ": _ZONE, "CC": re.compile(r"[A-Za-z]{2}")}.get(name)
    return pattern is None or pattern.fullmatch(value) is not None


def _place_of(entry: Property) -> tuple[str, str] | None:
    if entry.name == "GEO":
        uri = plain_uri(entry.value).strip()
        return ("coordinates", uri) if _GEO.fullmatch(uri) else None
    given = value_type(entry)
    match = _OFFSET.fullmatch(entry.value.strip())
    if given in {"utc-offset", ""} and match:
        hours = int(match[1] + match[2])
        zone = "Etc/UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"
        return ("timeZone", zone) if -12 <= hours <= 14 else None
    zone = unescape_text(entry.value).strip()
    return ("timeZone", zone) if given in {"text", ""} and zone else None


def write_addresses(draft: CardDraft) -> None:
    for key, given in (draft.pop("addresses") or {}).items():
        address = {name: member for name, member in given.items() if member is not None and name != "@type"}
        origin, tag = str(address.get(NAME, "")).upper(), f"addresses/{key}"
        if origin in {"GEO", "TZ"} and address.keys() <= {"coordinates", "timeZone", NAME, "vCardParams"}:
            _write_place(draft, origin, key, address)
            continue
        line = written(address, ADR)
        if line is None:
            draft.leave(tag, given)
            continue
        params = param(JSCOMPS, line.jscomps)
        for name, member in _ADR_PARAMS.items():
            params += param(name, address.pop(member, None))
        params += param("PREF", address.pop("pref", None))
        words = write_types("ADR", address)
        params += (("TYPE", tuple(words)),) if words else ()
        extra, group = remembered(address, f"/{tag}", without={name for name, _ in params} - {"TYPE"})
        if _phonetic(address) and not any(name == "ALTID" for name, _ in extra):
            extra += (("ALTID", (key,)),)
        altid = dict(extra).get("ALTID", (key,))
        _write_phonetic(draft, tag, "ADR", address, ADR, altid)
        rest = {n: m for n, m in address.items() if n not in {"components", "isOrdered", "defaultSeparator"}}
        params = merged_params(params, extra, draft.id_params(key, "ADR", line.value, always=bool(rest)))
        draft.add(tag, "ADR", line.value, params, group)
        draft.leave_all(f"{tag}/", rest)


def _write_place(draft: CardDraft, origin: str, key: str, address: Json) -> None:
    extra, group = remembered(address, f"/addresses/{key}")
    for name, member in (("GEO", "coordinates"), ("TZ", "timeZone")):
        value = address.get(member)
        if value is not None:
            text = value if name == "GEO" else text_value(value)
            always = origin != name
            draft.add(f"addresses/{key}", name, text, (*draft.id_params(key, name, text, always=always), *extra), group)
