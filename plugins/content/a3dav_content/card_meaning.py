"""When two spellings of a vCard property mean the same."""

from __future__ import annotations

import re
from typing import Any

from a3dav_content import card_media
from a3dav_content.card_dates import OMIT_YEAR, basic, without_year
from a3dav_content.card_names import UP
from a3dav_content.card_upgrade import URN, UUID, decoded
from a3dav_content.card_values import MADE_OF_TEXTS, SHAPES, Shape, is_manifold, parts, plain_uri, shape_of, value_type
from a3dav_content.lines import Property, decode_param, unescape_text

_OF_SHAPE = {
    Shape.TEXT: {"text"},
    Shape.LIST: {"text"},
    Shape.FIELDS: {"text"},
    Shape.COMPOUND: {"text"},
    Shape.URI: {"uri"},
    Shape.DATE: {"date", "date-time", "date-and-or-time", "timestamp"},
    Shape.MEDIA: {"uri", "binary"},
    Shape.RAW: set(),
}
_OF_NAME = {"UID": {"text", "uri"}, "TZ": {"text"}}


def same(one: Property, other: Property, version: str) -> bool:
    return meaning(one, version) == meaning(other, version)


def meaning(entry: Property, version: str) -> tuple[Any, ...]:
    """Equal for what differs in escapes, in the spelling of dates, in the case of types, or by what is default."""
    if version == "3.0":
        entry = decoded(entry)
    elif SHAPES.get(entry.name) is Shape.MEDIA and entry.param("ENCODING") is not None:
        entry = card_media.to_4(entry)
    name = UP.get(entry.name, entry.name) if version == "3.0" else entry.name
    return entry.name, entry.group, _params(entry, name, version), _value(entry, name)


def _params(entry: Property, name: str, version: str) -> tuple[Any, ...]:
    types = sorted({kind.lower() for value in entry.params_named("TYPE") for kind in value.split(",")})
    others = []
    for key, values in entry.params:
        if key == "VALUE" and value_type(entry) in _defaults(name, version):
            continue
        if key == OMIT_YEAR and SHAPES.get(name) is Shape.DATE:
            continue
        if key == "ENCODING":
            others.append((key, tuple("b" if value.lower() == "base64" else value.lower() for value in values)))
        elif key != "TYPE":
            others.append((key, tuple(map(decode_param, values)) if version == "4.0" else values))
    return tuple(types), tuple(sorted(others))


def _defaults(name: str, version: str) -> set[str]:
    default = _OF_NAME.get(name) or _OF_SHAPE[SHAPES.get(name, Shape.RAW)]
    return default | {"utc-offset"} if name == "TZ" and version == "3.0" else default


def _value(entry: Property, name: str) -> Any:
    if name == "UID":
        text = unescape_text(entry.value).strip()
        bare = text[len(URN) :] if text.lower().startswith(URN) else text
        return bare.lower() if UUID.fullmatch(bare) else text
    if name in {"GEO", "TZ"}:
        return re.sub(r"[\s\\:]", "", entry.value)
    shape = shape_of(name, value_type(entry))
    if shape is Shape.DATE:
        return without_year(basic(entry.value, fraction=True) or entry.value, entry.param(OMIT_YEAR) or "")
    if shape is Shape.MEDIA:
        split = card_media.split_data(entry.value)
        return split or re.sub(r"\s", "", entry.value)
    if shape is Shape.URI:
        return plain_uri(entry.value)
    raw = shape is Shape.RAW or (shape in MADE_OF_TEXTS and is_manifold(entry.value))
    return entry.value if raw else parts(entry.value, shape)
