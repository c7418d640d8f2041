"""One property of a vCard 4.0 (RFC 6350) as 3.0 has it (RFC 2426), or as clients of 3.0 write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from a3dav_content import card_media
from a3dav_content.card_dates import NO_YEAR, OMIT_YEAR, extended, with_year
from a3dav_content.card_media import without
from a3dav_content.card_names import DOWN, OURS, PARAMS_DOWN, SINGLE
from a3dav_content.card_upgrade import URN, UUID
from a3dav_content.card_values import SHAPES, Shape, joined, plain_uri, respelled, shape_of, value_type
from a3dav_content.lines import Property, decode_param, unescape_text

_GEO = re.compile(r"geo:([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)(.*)", re.ASCII | re.IGNORECASE)
_OFFSET = re.compile(r"([+-]\d\d)(\d\d)", re.ASCII)


def to_3(entry: Property, *, best: bool = False, again: bool = False) -> Property:
    """The property in 3.0: `best` of its name in rank, or there `again` where 3.0 wants it once."""
    name = DOWN.get(entry.name, entry.name)
    found = Property(entry.name, entry.value, tuple(_params(entry, best)), entry.group)
    rule = _RULES.get(entry.name, _plain)
    answer = rule(found)
    if answer.name == entry.name:
        answer.name = OURS + name if again and name in SINGLE else name
    return answer


def _params(entry: Property, best: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, values in entry.params:
        if name == "PREF":
            yield from (("TYPE", ("pref",)),) if best or values == ("1",) else ()
            if values != ("1",):
                yield PARAMS_DOWN[name], values
        elif name == "TYPE":
            yield name, tuple(kind for value in values for kind in _sayable(value).split(","))
        else:
            yield PARAMS_DOWN.get(name, name), tuple(map(_sayable, values))


def _sayable(value: str) -> str:
    """A value without RFC 6868, and without what 3.0 cannot put into a parameter."""
    return decode_param(value).replace("\n", " ").replace('"', "'")


def _plain(entry: Property) -> Property:
    given = value_type(entry)
    shape = shape_of(entry.name, given)
    params = entry.params
    if given == "uri" and SHAPES.get(entry.name) is Shape.URI:
        params = without(params, "VALUE")
    return Property(entry.name, respelled(entry.value, shape, "3.0"), params, entry.group)


def _date(entry: Property) -> Property:
    if value_type(entry) == "text":
        return Property(entry.name, respelled(entry.value, Shape.TEXT, "3.0"), entry.params, entry.group)
    params = without(entry.params, "VALUE")
    dated = with_year(entry.value)
    if dated is None:
        return Property(entry.name, extended(entry.value), params, entry.group)
    return Property(entry.name, dated, ((OMIT_YEAR, (NO_YEAR,)), *params), entry.group)


def _stamp(entry: Property) -> Property:
    return Property(entry.name, extended(entry.value), without(entry.params, "VALUE"), entry.group)


def _geo(entry: Property) -> Property:
    match = _GEO.fullmatch(plain_uri(entry.value))
    if match is None:
        return _plain(entry)
    return Property("GEO", f"{match[1]};{match[2]}", without(entry.params, "VALUE"), entry.group)


def _zone(entry: Property) -> Property:
    given, match = value_type(entry), _OFFSET.fullmatch(entry.value)
    if given == "utc-offset":
        value = f"{match[1]}:{match[2]}" if match else entry.value
        return Property("TZ", value, without(entry.params, "VALUE"), entry.group)
    params = entry.params if given else (("VALUE", ("text",)), *entry.params)
    return Property("TZ", respelled(entry.value, shape_of("TZ", given), "3.0"), params, entry.group)


def _phone(entry: Property) -> Property:
    """A number is text in 3.0, which has no tel: URIs."""
    params = without(entry.params, "VALUE")
    if value_type(entry) == "uri" and entry.value.lower().startswith("tel:"):
        return Property("TEL", joined([[unquote(entry.value[4:])]], semicolons=True), params, entry.group)
    return _plain(entry)


def _uid(entry: Property) -> Property:
    """A UUID without its URN: clients of 3.0 expect urn:uuid: and the UID in what names a member."""
    params = without(entry.params, "VALUE")
    bare = entry.value.strip()
    if bare.lower().startswith(URN) and UUID.fullmatch(bare[len(URN) :]):
        return Property("UID", bare[len(URN) :], params, entry.group)
    text = unescape_text(entry.value) if value_type(entry) == "text" else entry.value
    return Property("UID", joined([[text]], semicolons=True), params, entry.group)


def _related(entry: Property) -> Property:
    others = tuple(
        (name, kept)
        for name, values in entry.params
        if (kept := tuple(v for v in values if name != "TYPE" or v.lower() != "agent"))
    )
    if others == entry.params or value_type(entry) == "text":
        return _plain(entry)
    return Property("AGENT", entry.value, (("VALUE", ("uri",)), *without(others, "VALUE")), entry.group)


_RULES: dict[str, Callable[[Property], Property]] = {
    **dict.fromkeys(("BDAY", "ANNIVERSARY", "DEATHDATE"), _date),
    **dict.fromkeys(("REV", "CREATED"), _stamp),
    **dict.fromkeys(("PHOTO", "LOGO", "SOUND", "KEY"), card_media.to_3),
    "GEO": _geo,
    "TZ": _zone,
    "TEL": _phone,
    "UID": _uid,
    "RELATED": _related,
}
