"""Entries of a card that one line says each: emails, phones, links, notes and the like (RFC 9555 §2.4 to §2.13)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from a3dav_content.card_dates import basic
from a3dav_content.card_values import Shape, parts, plain_uri, value_type
from a3dav_content.jscontact.texts import (
    LABEL,
    NAME,
    SPELT_LABEL,
    CardDraft,
    CardSource,
    kept,
    merged_params,
    param,
    remembered,
    said,
    structured,
    text_value,
)
from a3dav_content.json_ids import key_of
from a3dav_content.lines import Params, Property, unescape_text

Json = dict[str, Any]
_CONTEXTS = {"home": "private", "work": "work"}
_FEATURES = {
    "cell": "mobile", "fax": "fax", "main-number": "main-number", "pager": "pager", "text": "text",
    "textphone": "textphone", "video": "video", "voice": "voice",
}  # fmt: skip
_LEVELS = {"beginner": "low", "average": "medium", "expert": "high"}
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.*", re.ASCII | re.DOTALL)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kind:
    """How one property becomes an entry of a collection: its value is a `member`, a URI where `uri` says so.

    `fixed` members tell it from other properties of that collection.
    """

    name: str
    collection: str
    member: str
    uri: bool = False
    fixed: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, str] = field(default_factory=dict)
    labelled: bool = False
    ranked: bool = True


_MEDIA = {"MEDIATYPE": "mediaType"}
_SERVICE = {"SERVICE-TYPE": "service", "USERNAME": "user"}


def _resource(name: str, collection: str, kind: str = "", **params: str) -> Kind:
    fixed = {"kind": kind} if kind else {}
    return Kind(name, collection, "uri", True, fixed, {**_MEDIA, **params}, labelled=True)


KINDS = (
    Kind("EMAIL", "emails", "address", labelled=True),
    Kind("TEL", "phones", "number", labelled=True),
    Kind("IMPP", "onlineServices", "uri", True, {NAME: "impp"}, _SERVICE, labelled=True),
    Kind("SOCIALPROFILE", "onlineServices", "uri", True, {}, _SERVICE, labelled=True),
    Kind("LANG", "preferredLanguages", "language"),
    Kind("TITLE", "titles", "name", fixed={"kind": "title"}, ranked=False),
    Kind("ROLE", "titles", "name", fixed={"kind": "role"}, ranked=False),
    Kind("ORG", "organizations", "name"),
    Kind("NOTE", "notes", "note", ranked=False),
    _resource("PHOTO", "media", "photo"),
    _resource("LOGO", "media", "logo"),
    _resource("SOUND", "media", "sound"),
    _resource("KEY", "cryptoKeys"),
    _resource("URL", "links"),
    _resource("CONTACT-URI", "links", "contact"),
    _resource("CALURI", "calendars", "calendar"),
    _resource("FBURL", "calendars", "freeBusy"),
    Kind("CALADRURI", "schedulingAddresses", "uri", True, labelled=True),
    _resource("SOURCE", "directories", "entry"),
    _resource("ORG-DIRECTORY", "directories", "directory", INDEX="listAs"),
    Kind("EXPERTISE", "personalInfo", "value", fixed={"kind": "expertise"}, params={"INDEX": "listAs"}, ranked=False),
    Kind("HOBBY", "personalInfo", "value", fixed={"kind": "hobby"}, params={"INDEX": "listAs"}, ranked=False),
    Kind("INTEREST", "personalInfo", "value", fixed={"kind": "interest"}, params={"INDEX": "listAs"}, ranked=False),
    Kind("PRONOUNS", "pronouns", "pronouns"),
)  # fmt: skip
BY_NAME = {kind.name: kind for kind in KINDS}
_TEXT_OR_URI = {"EMAIL", "TEL"}


def read_entry(entry: Property) -> Json | None:
    """The object of a line, or None where its value is not of the type that the object has."""
    kind = BY_NAME[entry.name]
    found: Json = dict(kind.fixed)
    known = {"PREF", "TYPE", *kind.params} if kind.ranked else {*kind.params}
    if not _read_value(entry, kind, found):
        return None
    for name, member in kind.params.items():
        value = said(entry, name)
        if value and (member != "listAs" or (value.isascii() and value.isdigit() and 0 < len(value) < 10)):
            found[member] = int(value) if member == "listAs" else value
        elif value:
            known.discard(name)
    if kind.ranked and not _read_pref(entry, found):
        known.discard("PREF")
    others = _read_types(entry, found) if kind.ranked else []
    known |= _SPECIAL[entry.name][0](entry, found) if entry.name in _SPECIAL else set()
    return {**found, **kept(entry, known, **({"TYPE": others} if kind.ranked else {}))}


def _read_value(entry: Property, kind: Kind, found: Json) -> bool:
    given = value_type(entry)
    if entry.name == "ORG":
        return _read_organization(entry, found)
    if not kind.uri:
        plain = given == "uri" and kind.name in _TEXT_OR_URI
        found[kind.member] = plain_uri(entry.value) if plain else unescape_text(entry.value)
        return given in {"", "text", "language-tag"} or plain
    if entry.name == "SOCIALPROFILE" and given == "text":
        found["user"] = unescape_text(entry.value)
        return entry.param("USERNAME") is None
    found[kind.member] = plain_uri(entry.value).strip()
    return given in {"", "uri"} and _URI.fullmatch(found[kind.member]) is not None


def _read_pref(entry: Property, found: Json) -> bool:
    text = entry.param("PREF") or ""
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= 100):
        return False
    found["pref"] = int(text)
    return True


def types_of(entry: Property) -> list[str]:
    return [word for value in entry.params_named("TYPE") for word in value.split(",") if word]


def _read_types(entry: Property, found: Json) -> list[str]:
    """Sets contexts and features; what is neither is given back."""
    contexts = dict(_CONTEXTS)
    if entry.name == "ADR":
        contexts |= {"billing": "billing", "delivery": "delivery"}
    features = _FEATURES if entry.name == "TEL" else {}
    others = []
    for word in types_of(entry):
        low = word.lower()
        if low in contexts:
            found.setdefault("contexts", {})[contexts[low]] = True
        elif low in features:
            found.setdefault("features", {})[features[low]] = True
        else:
            others.append(word)
    return others


def _read_organization(entry: Property, found: Json) -> bool:
    name, *units = [texts[0] for texts in parts(entry.value, Shape.FIELDS)]
    if name:
        found["name"] = name
    sorts = [text.strip() for text in (said(entry, "SORT-AS") or "").split(",")]
    if sorts[0]:
        found["sortAs"] = sorts[0]
    given = [(unit, sorts[place] if place < len(sorts) else "") for place, unit in enumerate(units, 1)]
    if any(units):
        found["units"] = [{"name": unit, **({"sortAs": sort} if sort else {})} for unit, sort in given]
    return len(units) < 1_000


def _read_note(entry: Property, found: Json) -> set[str]:
    known = set()
    author = {member: value for name, member in _AUTHOR.items() if (value := said(entry, name))}
    if author and _URI.fullmatch(author.get("uri", "a:")):
        found["author"] = author
        known |= set(_AUTHOR)
    created = utc_of(entry.param("CREATED") or "")
    if created:
        found["created"] = created
        known.add("CREATED")
    return known


_AUTHOR = {"AUTHOR-NAME": "name", "AUTHOR": "uri"}


def utc_of(value: str) -> str | None:
    """A complete timestamp in UTC as JSON has it."""
    match = _STAMP.fullmatch(basic(value) or "")
    return f"{match[1]}-{match[2]}-{match[3]}T{match[4]}:{match[5]}:{match[6]}Z" if match else None


def _read_level(entry: Property, found: Json) -> set[str]:
    level = (said(entry, "LEVEL") or "").lower()
    if level:
        found["level"] = _LEVELS.get(level, level) if entry.name == "EXPERTISE" else level
    return {"LEVEL"}


def _read_sort(entry: Property, found: Json) -> set[str]:
    del entry, found
    return {"SORT-AS"}


def _write_note(members: Json) -> Params:
    author = members.pop("author", None) or {}
    created = members.pop("created", None)
    stamp = re.sub(r"[-:]|\.\d+", "", created) if created else None
    return (*(p for name, member in _AUTHOR.items() for p in param(name, author.get(member))), *param("CREATED", stamp))


def _write_level(members: Json) -> Params:
    level = members.pop("level", None)
    if members.get("kind") == "expertise":
        level = next((word for word, value in _LEVELS.items() if value == level), level)
    return param("LEVEL", level)


def _write_sort(members: Json) -> Params:
    units = members.get("units") or []
    sorts = [members.pop("sortAs", None) or "", *(unit.get("sortAs") or "" for unit in units)]
    while sorts and not sorts[-1]:
        sorts.pop()
    return param("SORT-AS", ",".join(sorts))


_SPECIAL: dict[str, tuple[Callable[[Property, Json], set[str]], Callable[[Json], Params]]] = {
    "NOTE": (_read_note, _write_note),
    "ORG": (_read_sort, _write_sort),
    **dict.fromkeys(("EXPERTISE", "HOBBY", "INTEREST"), (_read_level, _write_level)),
}


def read_entries(source: CardSource, found: Json) -> None:
    labels, variants = _labels(source), source.variants()
    for entry in source.all(*BY_NAME):
        value = None if id(entry) in variants else read_entry(entry)
        if value is None:
            continue
        kind = BY_NAME[entry.name]
        holder = found.setdefault("speakToAs", {}) if kind.collection == "pronouns" else found
        collection = holder.setdefault(kind.collection, {})
        key = key_of(entry.param("PROP-ID"), f"{entry.name}:{entry.value}", collection)
        collection[key] = value
        tag = f"{kind.collection}/{key}"
        source.take(entry, tag)
        label = labels.get(entry.group) if kind.labelled else None
        if label is not None:
            value["label"] = label.text
            source.take(label, tag)


def _labels(source: CardSource) -> dict[str, Property]:
    """The labels of groups in which one entry alone can have it."""
    counts: dict[str, int] = {}
    for entry in source.all(*(kind.name for kind in KINDS if kind.labelled)):
        counts[entry.group] = counts.get(entry.group, 0) + 1
    labels: dict[str, Property] = {}
    for entry in source.all(LABEL):
        if entry.group and counts.get(entry.group) == 1 and not entry.params and entry.group not in labels:
            labels[entry.group] = entry
    return labels


def write_entry(kind: Kind, value: Json, place: str) -> tuple[Property, Json]:
    """The line of an object without its id, and the members that it cannot say."""
    members = {name: member for name, member in value.items() if member is not None and name != "@type"}
    special = _SPECIAL[kind.name][1](members) if kind.name in _SPECIAL else ()
    text, typed = _written_value(kind, members)
    params = typed + special
    for name, member in kind.params.items():
        params += param(name, members.pop(member, None))
    if kind.ranked:
        params += param("PREF", members.pop("pref", None))
        words = write_types(kind.name, members)
        params += (("TYPE", tuple(words)),) if words else ()
    for member in kind.fixed:
        members.pop(member, None)
    extra, group = remembered(members, place, without={name for name, _ in params} - {"TYPE"})
    return Property(kind.name, text, merged_params(params, extra), group), members


def _written_value(kind: Kind, members: Json) -> tuple[str, Params]:
    value = members.pop(kind.member, None)
    if kind.name == "ORG":
        units = members.pop("units", None) or []
        return structured([value or "", *(unit.get("name", "") for unit in units)]), ()
    if kind.name in _TEXT_OR_URI:
        is_tel = kind.name == "TEL" and re.match(r"(tel|sips?):", value, re.IGNORECASE)
        return (value, (("VALUE", ("uri",)),)) if is_tel and "\n" not in value else (text_value(value), ())
    if kind.name == "SOCIALPROFILE" and value is None:
        return text_value(members.pop("user", None) or ""), (("VALUE", ("text",)),)
    return (value or "", ()) if kind.uri else (text_value(value or ""), ())


def write_types(name: str, members: Json) -> list[str]:
    contexts = members.get("contexts") or {}
    names = {context: word for word, context in _CONTEXTS.items()}
    if name == "ADR":
        names |= {"billing": "billing", "delivery": "delivery"}
    words = [names[context] for context in contexts if context in names]
    left = {context: True for context in contexts if context not in names}
    members.pop("contexts", None)
    if left:
        members["contexts"] = left
    if name == "TEL":
        features = members.pop("features", None) or {}
        told = {feature: word for word, feature in _FEATURES.items()}
        words += [told[feature] for feature in features if feature in told]
        if rest := {feature: True for feature in features if feature not in told}:
            members["features"] = rest
    return words


def kind_of(collection: str, value: Json) -> Kind | None:
    """The property that an object becomes."""
    named = BY_NAME.get(str(value.get(NAME, "")).upper())
    if named is not None and named.collection == collection and _fits(named, value):
        return named
    found = [kind for kind in KINDS if kind.collection == collection and _fits(kind, value)]
    return next((kind for kind in found if kind.fixed), found[0] if found else None)


def _fits(kind: Kind, value: Json) -> bool:
    if collection_default(kind, value):
        return True
    if not all(value.get(member) == said_value for member, said_value in kind.fixed.items()):
        return False
    if kind.collection == "onlineServices":
        return value.get("uri") is not None or (kind.name == "SOCIALPROFILE" and value.get("user") is not None)
    return kind.fixed.get("kind") is not None or kind.collection != "links" or value.get("kind") is None


def collection_default(kind: Kind, value: Json) -> bool:
    """A title without a kind is one (RFC 9553 §2.2.5)."""
    return kind.name == "TITLE" and value.get("kind") is None


def write_collection(draft: CardDraft, collection: str, entries: Mapping[str, Json], groups: Mapping[str, str]) -> None:
    """Writes entries; `groups` are those that an entry shares with another one."""
    prefix = f"speakToAs/{collection}" if collection == "pronouns" else collection
    for key, value in entries.items():
        kind = kind_of(collection, value)
        if kind is None:
            draft.leave(f"{prefix}/{key}", value)
            continue
        entry, rest = write_entry(kind, value, f"/{prefix}/{key}")
        tag = f"{collection}/{key}"
        label = rest.pop("label", None) if kind.labelled else None
        rest.pop("organizationId", None)
        group = entry.group or groups.get(f"{collection}/{key}", "") or (draft.new_group() if label else "")
        said_rest = any(member is not None for member in rest.values())
        params = (*entry.params, *draft.id_params(key, kind.name, entry.value, always=said_rest))
        draft.add(tag, kind.name, entry.value, params, group)
        if label is not None:
            draft.add(tag, SPELT_LABEL, text_value(label), group=group)
        draft.leave_all(f"{prefix}/{key}/", rest)
