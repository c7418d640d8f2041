"""One property of a vCard 3.0 (RFC 2426) as 4.0 has it (RFC 6350 Appendix A)."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from a3dav_content import card_media
from a3dav_content.card_dates import OMIT_YEAR, basic, without_year
from a3dav_content.card_media import without
from a3dav_content.card_names import OURS, PARAMS_UP, SCHEMES, SINGLE, UP
from a3dav_content.card_values import SHAPES, Shape, encode_param, respelled, shape_of, value_type
from a3dav_content.lines import Params, Property, unescape_text

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
URN = "urn:uuid:"
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s]+")
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_GEO = re.compile(rf"\s*({_NUMBER})\s*\\?[;,]\s*({_NUMBER})\s*", re.ASCII)
_OFFSET = re.compile(r"([+-])(\d\d)(?::?(\d\d))?", re.ASCII)
_GENDERS = {"MALE": "M", "FEMALE": "F", "OTHER": "O", "NONE": "N", "UNKNOWN": "U"}
_DEFAULTS = {Shape.URI: "uri", Shape.TEXT: "text", Shape.LIST: "text"}


def to_4(entry: Property) -> Property:
    """The property in 4.0; what has no place there is left to the caller to remember."""
    entry = decoded(entry)
    bare = entry.name.removeprefix(OURS)
    name = bare if bare in SINGLE and bare != entry.name else entry.name
    name = UP.get(name, name)
    found = Property(name, entry.value, tuple(_params(entry)), entry.group)
    rule = _RULES.get(name) or (_messenger if name in SCHEMES else _plain)
    return rule(found)


def decoded(entry: Property) -> Property:
    """Without the quoted-printable and the CHARSET that vCard 2.1 left in many cards."""
    encoding, charset = (entry.param("ENCODING") or "").upper(), (entry.param("CHARSET") or "utf-8").lower()
    if encoding in {"QUOTED-PRINTABLE", "Q"}:
        try:
            text = quopri.decodestring(entry.value.encode()).decode(charset)
        except (LookupError, UnicodeDecodeError):
            return entry
        if any(ord(character) < 32 and character not in "\r\n\t" for character in text):
            return entry
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
        return Property(entry.name, lines, without(entry.params, "ENCODING", "CHARSET"), entry.group)
    if charset == "utf-8" and entry.param("CHARSET") is not None:
        return Property(entry.name, entry.value, without(entry.params, "CHARSET"), entry.group)
    return entry


def _params(entry: Property) -> Iterator[tuple[str, tuple[str, ...]]]:
    media = SHAPES.get(entry.name) is Shape.MEDIA
    ranked = entry.param("X-PREF") is not None
    for name, values in entry.params:
        if name == "TYPE":
            yield from _types(values, ranked=ranked)
        elif name in PARAMS_UP and not (media and name == "ENCODING"):
            yield PARAMS_UP[name], tuple(map(encode_param, values))
        else:
            yield name, tuple(map(encode_param, values))


def _types(values: tuple[str, ...], *, ranked: bool) -> Params:
    """TYPE=pref is PREF=1, unless the exact rank stands beside it."""
    others = tuple(encode_param(value) for value in values if value.lower() != "pref")
    found: Params = (("TYPE", others),) if others else ()
    return found if len(others) == len(values) or ranked else (*found, ("PREF", ("1",)))


def _plain(entry: Property) -> Property:
    given = value_type(entry)
    shape = shape_of(entry.name, given)
    params = without(entry.params, "VALUE") if given and _DEFAULTS.get(SHAPES.get(entry.name, shape)) == given else None
    return Property(
        entry.name, respelled(entry.value, shape, "4.0"), entry.params if params is None else params, entry.group
    )


def _date(entry: Property) -> Property:
    params = without(entry.params, "VALUE")
    moment = None if value_type(entry) == "text" else basic(entry.value)
    if moment is None:
        text = respelled(entry.value, Shape.TEXT, "4.0")
        return Property(entry.name, text, (*params, ("VALUE", ("text",))), entry.group)
    undated = without_year(moment, entry.param(OMIT_YEAR) or "")
    if undated != moment:
        params = without(params, OMIT_YEAR)
    return Property(entry.name, undated, params, entry.group)


def _stamp(entry: Property) -> Property:
    moment = basic(entry.value) or entry.value
    return Property(entry.name, moment, without(entry.params, "VALUE"), entry.group)


def _geo(entry: Property) -> Property:
    match = _GEO.fullmatch(entry.value)
    if match is None:
        return _plain(entry)
    return Property("GEO", f"geo:{match[1]},{match[2]}", without(entry.params, "VALUE"), entry.group)


def _zone(entry: Property) -> Property:
    match = None if value_type(entry) in {"text", "uri"} else _OFFSET.fullmatch(entry.value.strip())
    if match is None:
        return _plain(entry)
    params = (*without(entry.params, "VALUE"), ("VALUE", ("utc-offset",)))
    return Property("TZ", "".join(part or "" for part in match.groups()), params, entry.group)


def _uid(entry: Property) -> Property:
    """A bare UUID as its URN, so that MEMBER can name it; any other text as text."""
    text = unescape_text(entry.value).strip()
    params = without(entry.params, "VALUE")
    if UUID.fullmatch(text):
        return Property("UID", URN + text, params, entry.group)
    if _URI.fullmatch(text):
        return Property("UID", text, params, entry.group)
    return Property("UID", respelled(entry.value, Shape.TEXT, "4.0"), (*params, ("VALUE", ("text",))), entry.group)


def _gender(entry: Property) -> Property:
    sex, mark, identity = entry.value.partition(";")
    known = _GENDERS.get(sex.strip().upper(), sex.strip().upper())
    if known in set(_GENDERS.values()) | {""}:
        return Property("GENDER", known + mark + identity, entry.params, entry.group)
    return Property("GENDER", ";" + respelled(entry.value, Shape.TEXT, "3.0"), entry.params, entry.group)


def _agent(entry: Property) -> Property:
    """An agent by URI is a relation; one that stands in the card itself is carried along."""
    if value_type(entry) != "uri":
        return Property("X-AGENT", entry.value, entry.params, entry.group)
    params = (("TYPE", ("agent",)), *without(entry.params, "VALUE"))
    return Property("RELATED", respelled(entry.value, Shape.URI, "4.0"), params, entry.group)


def _messenger(entry: Property) -> Property:
    address = quote(unescape_text(entry.value), safe="@.+-_~/:")
    return Property("IMPP", f"{SCHEMES[entry.name]}:{address}", entry.params, entry.group)


_RULES: dict[str, Callable[[Property], Property]] = {
    **dict.fromkeys(("BDAY", "ANNIVERSARY", "DEATHDATE"), _date),
    **dict.fromkeys(("REV", "CREATED"), _stamp),
    **dict.fromkeys(("PHOTO", "LOGO", "SOUND", "KEY"), card_media.to_4),
    "GEO": _geo,
    "TZ": _zone,
    "UID": _uid,
    "GENDER": _gender,
    "X-AGENT": _agent,
}
