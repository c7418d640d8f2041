"""jCard (RFC 7095): a vCard 4.0 in JSON, both ways."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from a3dav_content.card_data import WHOLE, WantedCard, parts_of
from a3dav_content.card_values import (
    MADE_OF_TEXTS,
    MOST_PARTS,
    Shape,
    encode_param,
    is_manifold,
    joined,
    parts,
    shape_of,
    value_type,
)
from a3dav_content.card_versions import convert
from a3dav_content.cards import Card
from a3dav_content.errors import ContentError, InvalidCard, LimitExceeded, UnsupportedCard
from a3dav_content.jcard_types import NUMBERS, default_type, from_json, to_json
from a3dav_content.json_text import loaded
from a3dav_content.lines import LIMITS, Component, Limits, Params, Property, decode_param, serialise

MEDIA_TYPE = "application/vcard+json"
_NAME = re.compile(r"[A-Za-z0-9-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_LISTED = frozenset({"TYPE", "SORT-AS", "PID"})
"""Parameters whose quoted values are lists all the same (RFC 6350 §5.5, §5.6, §5.9)."""
_STRUCTURED = frozenset({Shape.FIELDS, Shape.COMPOUND})


def to_jcard(body: bytes, part: WantedCard = WHOLE, limits: Limits = LIMITS) -> bytes:
    """The wanted part of a card of either version as jCard; raises ContentError."""
    card = Card.parse(convert(body, "4.0", limits), limits)
    entries = [entry for entry in parts_of(card, part) if entry.name != "VERSION"]
    properties = [["version", {}, "text", "4.0"], *map(jcard_property, entries)]
    return json.dumps(["vcard", properties], ensure_ascii=False, separators=(",", ":")).encode()


def jcard_property(entry: Property) -> list[Any]:
    """A property of 4.0 as an array of its name, its parameters, its type and its values."""
    kind = value_type(entry) or default_type(entry.name)
    return [entry.name.lower(), jcard_params(entry), kind, *_json_values(entry, kind)]


def jcard_params(entry: Property) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for name, values in entry.params:
        if name != "VALUE":
            texts = [decode_param(value) for value in values]
            parted = [part for text in texts for part in text.split(",")] if name in _LISTED else texts
            found.setdefault(name.lower(), []).extend(parted)
    params: dict[str, Any] = {name: values[0] if len(values) == 1 else values for name, values in found.items()}
    return {"group": entry.group, **params} if entry.group else params


def _json_values(entry: Property, kind: str) -> Iterator[Any]:
    if kind in NUMBERS:
        yield from (to_json(item, kind) for item in entry.value.split(","))
    elif kind != "text":
        yield to_json(entry.value, kind)
    else:
        if is_manifold(entry.value) and shape_of(entry.name) in MADE_OF_TEXTS:
            raise LimitExceeded("conversion", f"{entry.name} has more than {MOST_PARTS} parts")
        shape = Shape.FIELDS if entry.name == "CLIENTPIDMAP" else shape_of(entry.name, kind)
        found = parts(entry.value, Shape.TEXT if shape is Shape.RAW else shape)
        if shape in _STRUCTURED:
            components = [items[0] if len(items) == 1 else items for items in found]
            yield components[0] if len(components) == 1 else components
        else:
            yield from found[0]


def from_jcard(body: bytes, limits: Limits = LIMITS) -> bytes:
    """The vCard 4.0 that a jCard says; raises InvalidCard, UnsupportedCard or LimitExceeded."""
    tree = loaded(body, 4 * limits.properties + MOST_PARTS, InvalidCard)
    if not (isinstance(tree, list) and len(tree) == 2 and tree[0] == "vcard" and isinstance(tree[1], list)):
        raise InvalidCard('a jCard is an array of "vcard" and the array of its properties')
    if len(tree[1]) > limits.properties:
        raise InvalidCard(f"more than {limits.properties} properties")
    entries = [property_in(entry, number) for number, entry in enumerate(tree[1], 1)]
    versions = [entry.value for entry in entries if entry.name == "VERSION"]
    if versions != ["4.0"]:
        raise UnsupportedCard("a jCard is of version 4.0, and says so once")
    rest = [entry for entry in entries if entry.name != "VERSION"]
    try:
        return serialise(Component("VCARD", [Property("VERSION", "4.0"), *rest]))
    except UnicodeEncodeError as error:
        raise InvalidCard("a text has half of a character") from error


def property_in(entry: Any, number: int) -> Property:
    """The property that an array says, the `number`th of its kind; raises InvalidCard."""
    match entry:
        case [str(name), dict(params), str(kind), _, *_] if _NAME.fullmatch(name) and _NAME.fullmatch(kind):
            pass
        case _:
            raise InvalidCard(f"property {number} is not [name, parameters, type, value, …]")
    name, kind = name.upper(), kind.lower()
    if name in {"BEGIN", "END"}:
        raise InvalidCard(f"property {number} cannot be called {name}")
    try:
        value = _value(name, kind, entry[3:])
    except ContentError as error:
        raise InvalidCard(f"property {number} ({name[:40]}): {error}") from error
    if _CONTROL.search(value):
        raise InvalidCard(f"property {number} ({name[:40]}) has a control character")
    return Property(name, value, params_in(params, name, kind, number), group_in(params, number))


def _value(name: str, kind: str, values: Sequence[Any]) -> str:
    if kind != "text":
        return ",".join(from_json(_scalar(value), kind) for value in values)
    shape = shape_of(name, kind)
    if isinstance(values[0], list) or shape in _STRUCTURED or name == "CLIENTPIDMAP":
        if len(values) != 1:
            raise InvalidCard("a structured value stands alone")
        components = values[0] if isinstance(values[0], list) else [values[0]]
        return joined([_texts(component) for component in components], semicolons=True)
    return joined([[_text(value) for value in values]], semicolons=False)


def _texts(component: Any) -> list[str]:
    return [_text(item) for item in component] if isinstance(component, list) else [_text(component)]


def _text(value: Any) -> str:
    return _scalar(value).replace("\r\n", "\n").replace("\r", "\n")


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str | int | float):
        return str(value)
    raise InvalidCard("a value is text, a number, true or false")


def params_in(given: dict[str, Any], name: str, kind: str, number: int) -> Params:
    found: list[tuple[str, tuple[str, ...]]] = []
    for key, value in given.items():
        if key.lower() in {"group", "value"}:
            continue
        values = tuple(map(_text, value if isinstance(value, list) else [value]))
        if not _NAME.fullmatch(key) or not values or any(_CONTROL.search(v.replace("\n", "")) for v in values):
            raise InvalidCard(f"property {number} ({name[:40]}) has a malformed parameter {key[:40]!r}")
        found.append((key.upper(), tuple(map(encode_param, values))))
    if kind not in {default_type(name), "unknown"}:
        found.insert(0, ("VALUE", (kind,)))
    return tuple(found)


def group_in(given: dict[str, Any], number: int) -> str:
    group = given.get("group", "")
    if not isinstance(group, str) or (group and not _NAME.fullmatch(group)):
        raise InvalidCard(f"property {number} has a malformed group")
    return group
