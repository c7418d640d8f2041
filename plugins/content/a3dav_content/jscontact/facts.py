"""What a card says once, or as a set: its kind, its times, keywords, members, relations, anniversaries, nicknames."""

from __future__ import annotations

import re
from typing import Any

from a3dav_content.card_dates import basic
from a3dav_content.card_values import Shape, parts, value_type
from a3dav_content.errors import InvalidJson
from a3dav_content.jscontact.entries import types_of, utc_of
from a3dav_content.jscontact.texts import CardDraft, CardSource, kept, merged_params, param, remembered, text_value
from a3dav_content.json_ids import key_of
from a3dav_content.json_pointers import escaped
from a3dav_content.lines import Params, Property, unescape_text

Json = dict[str, Any]
_SINGLES = {"UID": "uid", "KIND": "kind", "PRODID": "prodId", "LANGUAGE": "language"}
_STAMPS = {"CREATED": "created", "REV": "updated"}
_DAYS = {"BDAY": "birth", "DEATHDATE": "death", "ANNIVERSARY": "wedding"}
_PLACES = {"birth": "BIRTHPLACE", "death": "DEATHPLACE"}
_DATE = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|-(\d\d))?|--(\d\d)(\d\d)", re.ASCII)


def read_facts(source: CardSource, found: Json) -> None:
    for name, member in _SINGLES.items():
        entry = source.first(name)
        text = entry.text.strip() if entry is not None else ""
        if entry is not None and text and not _extra(entry):
            found[member] = text.lower() if member == "kind" else text
            source.take(entry, member)
    for name, member in _STAMPS.items():
        entry = source.first(name)
        stamp = utc_of(entry.value.strip()) if entry is not None else None
        if entry is not None and stamp and not _extra(entry):
            found[member] = stamp
            source.take(entry, member)
    gender = source.first("GRAMGENDER")
    if gender is not None and gender.value.strip() and not _extra(gender):
        found.setdefault("speakToAs", {})["grammaticalGender"] = gender.text.strip().lower()
        source.take(gender, "grammaticalGender")
    _read_sets(source, found)
    _read_nicknames(source, found)
    _read_anniversaries(source, found)


def _extra(entry: Property) -> bool:
    """Whether a line says more than its value, so that no member of the card could stand for it."""
    return bool(kept(entry, {"TYPE"} if entry.name == "REV" else ()))


def _read_sets(source: CardSource, found: Json) -> None:
    for entry in source.all("CATEGORIES"):
        words = {text: True for text in parts(entry.value, Shape.LIST)[0] if text}
        if words and not kept(entry, {"PREF"}):
            found["keywords"] = {**found.get("keywords", {}), **words}
            source.take(entry, "keywords")
    for entry in source.all("MEMBER"):
        uri = entry.value.strip()
        if uri and uri not in found.get("members", {}) and not kept(entry, {"PREF"}):
            found.setdefault("members", {})[uri] = True
            source.take(entry, f"members/{uri}")
    for entry in source.all("RELATED"):
        text = value_type(entry) == "text"
        uid = unescape_text(entry.value) if text else entry.value.strip()
        if not uid or uid in found.get("relatedTo", {}):
            continue
        relation: Json = {word.lower(): True for word in types_of(entry)}
        known = kept(entry, {"TYPE"})
        found.setdefault("relatedTo", {})[uid] = {"relation": relation, **known}
        source.take(entry, f"relatedTo/{uid}")


def _read_nicknames(source: CardSource, found: Json) -> None:
    nicknames: Json = {}
    for entry in source.all("NICKNAME"):
        if entry.param("LANGUAGE") is not None:
            continue
        for text in parts(entry.value, Shape.LIST)[0]:
            value: Json = {"name": text}
            rank = entry.param("PREF") or ""
            known = set()
            if rank.isascii() and rank.isdigit() and len(rank) < 4 and 1 <= int(rank) <= 100:
                value["pref"] = int(rank)
                known.add("PREF")
            contexts = {"home": "private", "work": "work"}
            words = types_of(entry)
            told = {contexts[word.lower()]: True for word in words if word.lower() in contexts}
            if told:
                value["contexts"] = told
            others = [word for word in words if word.lower() not in contexts]
            value |= kept(entry, {*known, "TYPE"}, TYPE=others)
            nicknames[key_of(entry.param("PROP-ID"), f"NICKNAME:{text_value(text)}", nicknames)] = value
        source.take(entry, "nicknames")
    if nicknames:
        found["nicknames"] = nicknames


def _read_anniversaries(source: CardSource, found: Json) -> None:
    days: Json = {}
    for name, kind in _DAYS.items():
        for entry in source.all(name):
            date = _date_of(entry)
            if date is None or entry.param("LANGUAGE") is not None:
                continue
            if (scale := entry.param("CALSCALE")) and date.get("@type") != "Timestamp":
                date["calendarScale"] = scale.lower()
            key = key_of(entry.param("PROP-ID"), f"{name}:{entry.value}", days)
            known = {"CALSCALE"} if "calendarScale" in date else set()
            days[key] = {"kind": kind, "date": date, **kept(entry, known)}
            source.take(entry, f"anniversaries/{key}")
            if not any(other["kind"] == kind for other_key, other in days.items() if other_key != key):
                _read_place(source, kind, key, days[key])
    if days:
        found["anniversaries"] = days


def _date_of(entry: Property) -> Json | None:
    if value_type(entry) == "text":
        return None
    text = basic(entry.value) or ""
    if stamp := utc_of(text):
        return {"@type": "Timestamp", "utc": stamp}
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, other, lone_month, lone_day = (int(part) if part else None for part in match.groups())
    found = {"year": year, "month": month or other or lone_month, "day": day or lone_day}
    date = {name: number for name, number in found.items() if number is not None}
    return date if date.get("month", 1) in range(1, 13) and date.get("day", 1) in range(1, 32) else None


def _read_place(source: CardSource, kind: str, key: str, day: Json) -> None:
    entry = source.first(_PLACES.get(kind, ""))
    if entry is None or entry.param("LANGUAGE") is not None or kept(entry, ()):
        return
    given = value_type(entry)
    if given == "uri" and entry.value.lower().startswith("geo:"):
        day["place"] = {"coordinates": entry.value.strip()}
    elif given in {"", "text"} and entry.text:
        day["place"] = {"full": entry.text}
    else:
        return
    source.take(entry, f"anniversaries/{key}/place")


def write_facts(draft: CardDraft) -> None:
    for name, member in _SINGLES.items():
        text = draft.pop(member)
        if text is not None:
            is_text = name == "UID" and not re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", text)
            draft.add(member, name, text if name == "UID" and not is_text else text_value(text),
                (("VALUE", ("text",)),) if is_text else ())  # fmt: skip
    for name, member in _STAMPS.items():
        stamp = draft.pop(member)
        if stamp is not None:
            draft.add(member, name, _compact(stamp))
    speak = dict(draft.pop("speakToAs") or {})
    if gender := speak.pop("grammaticalGender", None):
        draft.add("grammaticalGender", "GRAMGENDER", gender.upper())
    if pronouns := speak.pop("pronouns", None):
        draft.left["pronouns"] = pronouns
    draft.leave_all("speakToAs/", speak)
    _write_sets(draft)
    _write_nicknames(draft)
    _write_anniversaries(draft)


def _compact(stamp: str) -> str:
    return re.sub(r"[-:]|\.\d+", "", stamp)


def _write_sets(draft: CardDraft) -> None:
    words = draft.pop("keywords") or {}
    if words:
        draft.add("keywords", "CATEGORIES", ",".join(text_value(word) for word in words))
    for uri in draft.pop("members") or {}:
        draft.add(f"members/{uri}", "MEMBER", uri)
    for uid, given in (draft.pop("relatedTo") or {}).items():
        relation = dict(given)
        words = relation.pop("relation", None) or {}
        params: Params = (("TYPE", tuple(words)),) if words else ()
        is_uri = re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\r\n]*", uid) is not None
        params += () if is_uri else (("VALUE", ("text",)),)
        place = f"/relatedTo/{escaped(uid)}"
        extra, group = remembered(relation, place, without={"VALUE", "TYPE"})
        draft.add(f"relatedTo/{uid}", "RELATED", uid if is_uri else text_value(uid), (*params, *extra), group)
        draft.leave_all(f"relatedTo/{escaped(uid)}/", relation)


def _write_nicknames(draft: CardDraft) -> None:
    for key, given in (draft.pop("nicknames") or {}).items():
        members = {name: member for name, member in given.items() if member is not None and name != "@type"}
        text = text_value(members.pop("name"))
        params = param("PREF", members.pop("pref", None))
        contexts = members.pop("contexts", None) or {}
        names = {"private": "home", "work": "work"}
        words = tuple(names.get(context, context) for context in contexts)
        params += (("TYPE", words),) if words else ()
        extra, group = remembered(members, f"/nicknames/{key}", without={"PREF"})
        rest = draft.id_params(key, "NICKNAME", text, always=bool(members))
        draft.add("nicknames", "NICKNAME", text, merged_params(params, extra, rest), group)
        draft.leave_all(f"nicknames/{key}/", members)


def _write_anniversaries(draft: CardDraft) -> None:
    names = {kind: name for name, kind in _DAYS.items()}
    placed: set[str] = set()
    for key, given in (draft.pop("anniversaries") or {}).items():
        day = {name: member for name, member in given.items() if member is not None and name != "@type"}
        kind, tag = day.pop("kind"), f"anniversaries/{key}"
        name = names.get(kind)
        if name is None:
            draft.leave(tag, given)
            continue
        date = dict(day.pop("date"))
        params: Params = param("CALSCALE", date.get("calendarScale"))
        value = _written_date(date, f"/{tag}/date")
        extra, group = remembered(day, f"/{tag}", without={"CALSCALE"})
        place = day.pop("place", None)
        if place is not None and (kind in placed or not _write_place(draft, tag, kind, place)):
            day["place"] = place
        placed.add(kind)
        params = (*params, *draft.id_params(key, name, value, always=bool(day)), *extra)
        draft.add(tag, name, value, params, group)
        draft.leave_all(f"{tag}/", day)


def _written_date(date: Json, place: str) -> str:
    if "utc" in date:
        return _compact(date["utc"])
    year, month, day = (date.get(name) for name in ("year", "month", "day"))
    if (day is not None and month is None) or (month is not None and year is None and day is None):
        raise InvalidJson("a day has a month, and a month has a year or a day", place)
    if year is None and month is None:
        raise InvalidJson("a date without year, month or day", place)
    if year is None:
        return f"--{month:02}{day:02}"
    if month is None:
        return f"{year:04}"
    return f"{year:04}{month:02}{day:02}" if day is not None else f"{year:04}-{month:02}"


def _write_place(draft: CardDraft, tag: str, kind: str, place: Json) -> bool:
    members = {name: member for name, member in place.items() if member is not None and name != "@type"}
    name = _PLACES.get(kind)
    if name is None or members.keys() not in ({"full"}, {"coordinates"}):
        return False
    if "full" in members:
        draft.add(f"{tag}/place", name, text_value(members["full"]))
    else:
        draft.add(f"{tag}/place", name, members["coordinates"], (("VALUE", ("uri",)),))
    return True
