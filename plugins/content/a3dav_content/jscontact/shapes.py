"""The objects of JSContact (RFC 9553) as they may come in."""

from __future__ import annotations

from typing import Any

from a3dav_content.json_shapes import (
    Shape,
    anything,
    boolean,
    either,
    integer,
    line,
    list_of,
    map_of,
    matching,
    object_of,
    set_of,
    text,
)

ID = matching(r"[A-Za-z0-9_-]{1,255}", "an Id of letters, digits, - and _")
UTC = matching(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{0,8}[1-9])?Z",
    "a date-time in UTC such as 2026-01-31T12:30:00Z",
)
_URI = matching(r"[A-Za-z][A-Za-z0-9+.-]*:.*", "a URI")
_WORD = matching(r"[A-Za-z0-9.:_-]{1,100}", "a single word")
_LANGUAGE = matching(r"[A-Za-z0-9-]{1,100}", "a language tag")
_NAME = matching(r"[A-Za-z0-9-]{1,100}", "the name of a property")
_RANK = integer(1, 100)
_CONTEXTS = set_of(_WORD)
VCARD: dict[str, Shape] = {"vCardParams": map_of(_WORD, anything), "vCardName": _NAME}
PATCH = map_of(text, anything)


def _object(kind: str, members: dict[str, Shape], *required: str) -> Shape:
    return object_of(kind, {**VCARD, **members}, required)


def _resource(kind: str, **members: Shape) -> Shape:
    common: dict[str, Shape] = {
        "kind": _WORD, "uri": _URI, "mediaType": line, "contexts": _CONTEXTS, "pref": _RANK, "label": text,
    }  # fmt: skip
    return _object(kind, {**common, **members}, "uri")


_COMPONENT: dict[str, Shape] = {"value": text, "kind": _WORD, "phonetic": text}
_ORDERED: dict[str, Shape] = {
    "isOrdered": boolean, "defaultSeparator": text, "full": text, "phoneticScript": _WORD, "phoneticSystem": _WORD,
}  # fmt: skip
NAME = _object(
    "Name",
    {
        **_ORDERED, "components": list_of(_object("NameComponent", _COMPONENT, "value", "kind"), 1),
        "sortAs": map_of(_WORD, text),
    },
)  # fmt: skip
ADDRESS = _object(
    "Address",
    {
        **_ORDERED, "components": list_of(_object("AddressComponent", _COMPONENT, "value", "kind"), 1),
        "countryCode": matching(r"[A-Za-z]{2}", "a country code of two letters"), "coordinates": _URI, "timeZone": line,
        "contexts": _CONTEXTS, "pref": _RANK,
    },
)  # fmt: skip
_TIMESTAMP = _object("Timestamp", {"utc": UTC}, "utc")
_PARTIAL_DATE = _object(
    "PartialDate",
    {"year": integer(0, 9999), "month": integer(1, 12), "day": integer(1, 31), "calendarScale": _WORD},
)
_DATE = either(lambda value: _TIMESTAMP if value.get("@type") == "Timestamp" or "utc" in value else _PARTIAL_DATE)
_RANKED: dict[str, Shape] = {"contexts": _CONTEXTS, "pref": _RANK}
_LABELLED: dict[str, Shape] = {**_RANKED, "label": text}
_UNIT = _object("OrgUnit", {"name": text, "sortAs": text}, "name")
_AUTHOR = _object("Author", {"name": text, "uri": _URI})
_PRONOUNS = _object("Pronouns", {"pronouns": text, **_RANKED}, "pronouns")
COLLECTIONS: dict[str, Shape] = {
    "nicknames": _object("Nickname", {"name": text, **_RANKED}, "name"),
    "organizations": _object(
        "Organization", {"name": text, "units": list_of(_UNIT, 1), "sortAs": text, "contexts": _CONTEXTS}
    ),
    "titles": _object("Title", {"name": text, "kind": _WORD, "organizationId": ID}, "name"),
    "emails": _object("EmailAddress", {"address": text, **_LABELLED}, "address"),
    "onlineServices": _object("OnlineService", {"service": text, "uri": _URI, "user": text, **_LABELLED}),
    "phones": _object("Phone", {"number": text, "features": set_of(_WORD), **_LABELLED}, "number"),
    "preferredLanguages": _object("LanguagePref", {"language": _LANGUAGE, **_RANKED}, "language"),
    "calendars": _resource("Calendar"),
    "schedulingAddresses": _object("SchedulingAddress", {"uri": _URI, **_LABELLED}, "uri"),
    "addresses": ADDRESS,
    "cryptoKeys": _resource("CryptoKey"),
    "directories": _resource("Directory", listAs=integer(1)),
    "links": _resource("Link"),
    "media": _resource("Media"),
    "anniversaries": _object("Anniversary", {"kind": _WORD, "date": _DATE, "place": ADDRESS}, "kind", "date"),
    "notes": _object("Note", {"note": text, "created": UTC, "author": _AUTHOR}, "note"),
    "personalInfo": _object(
        "PersonalInfo",
        {"kind": _WORD, "value": text, "level": _WORD, "listAs": integer(1), "label": text},
        "kind",
        "value",
    ),
}  # fmt: skip
CARD = object_of(
    "Card",
    {
        **{name: map_of(ID, shape) for name, shape in COLLECTIONS.items()},
        "version": matching(r"[12]\.\d{1,3}", "the version 1.0"), "created": UTC, "updated": UTC, "kind": _WORD,
        "language": _LANGUAGE, "members": set_of(line), "prodId": text,
        "relatedTo": map_of(text, _object("Relation", {"relation": set_of(_WORD)})), "uid": line, "name": NAME,
        "speakToAs": _object("SpeakToAs", {"grammaticalGender": _WORD, "pronouns": map_of(ID, _PRONOUNS)}),
        "localizations": map_of(_LANGUAGE, PATCH), "keywords": set_of(text),
        "vCardProps": list_of(list_of(anything, 4)),
    },
)  # fmt: skip
Json = dict[str, Any]
