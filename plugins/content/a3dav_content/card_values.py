"""What the values of vCard properties are made of, in RFC 2426 and RFC 6350."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from a3dav_content.lines import Property, split_unescaped, unescape_text


class Shape(Enum):
    TEXT = "one text"
    LIST = "texts between commas"
    FIELDS = "texts between semicolons"
    COMPOUND = "lists between semicolons"
    URI = "a URI"
    DATE = "a date, a time, or both"
    MEDIA = "binary data or a URI"
    RAW = "nothing that is known here"


def _named(shape: Shape, names: str) -> dict[str, Shape]:
    return dict.fromkeys(names.split(), shape)


SHAPES = (
    _named(
        Shape.TEXT,
        "FN TITLE ROLE NOTE PRODID EMAIL TEL TZ UID MAILER CLASS SORT-STRING LABEL NAME PROFILE KIND LANG BIRTHPLACE"
        " DEATHPLACE EXPERTISE HOBBY INTEREST GRAMGENDER LANGUAGE PRONOUNS",
    )
    | _named(Shape.LIST, "NICKNAME CATEGORIES")
    | _named(Shape.FIELDS, "ORG GENDER")
    | _named(Shape.COMPOUND, "N ADR")
    | _named(
        Shape.URI,
        "URL SOURCE MEMBER RELATED FBURL CALURI CALADRURI IMPP GEO ORG-DIRECTORY CONTACT-URI SOCIALPROFILE",
    )
    | _named(Shape.DATE, "BDAY ANNIVERSARY DEATHDATE REV CREATED")
    | _named(Shape.MEDIA, "PHOTO LOGO SOUND KEY")
)
"""The shapes of values by the names of version 4.0, and of what only 3.0 has."""
LISTS = frozenset({Shape.LIST, Shape.COMPOUND})
MADE_OF_TEXTS = LISTS | {Shape.FIELDS}
MOST_PARTS = 1_000
_ESCAPED_IN_URI = re.compile(r"\\([:;,\\])")


def shape_of(name: str, value_type: str = "") -> Shape:
    """The shape of a value; a VALUE parameter of text makes one text of what is not made of texts."""
    shape = SHAPES.get(name, Shape.RAW)
    if value_type == "text" and shape in {Shape.URI, Shape.DATE, Shape.MEDIA}:
        return Shape.TEXT
    return Shape.URI if value_type == "uri" and shape is Shape.TEXT else shape


def value_type(entry: Property) -> str:
    """The VALUE parameter in lower case; "url" is what vCard 2.1 called a URI."""
    given = (entry.param("VALUE") or "").lower()
    return "uri" if given == "url" else given


def is_manifold(value: str) -> bool:
    """Whether a value has more parts than any person or company; such a one is left as it is."""
    return value.count(";") + value.count(",") > MOST_PARTS


def parts(value: str, shape: Shape) -> list[list[str]]:
    """The texts in a value: components of list items."""
    components = split_unescaped(value, ";") if shape in {Shape.FIELDS, Shape.COMPOUND} else [value]
    if shape in LISTS:
        return [[unescape_text(item) for item in split_unescaped(component, ",")] for component in components]
    return [[unescape_text(component)] for component in components]


def joined(texts: Iterable[Iterable[str]], *, semicolons: bool) -> str:
    """The value that is made of these texts; `semicolons` says whether they are protected."""
    return ";".join(",".join(_escaped(text, semicolons) for text in items) for items in texts)


def _escaped(text: str, semicolons: bool) -> str:
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n")
    return escaped.replace(";", "\\;") if semicolons else escaped


def respelled(value: str, shape: Shape, version: str) -> str:
    """The same value with the escapes of a version: 3.0 protects semicolons everywhere, 4.0 between components."""
    if shape is Shape.URI:
        return plain_uri(value)
    if shape in {Shape.RAW, Shape.DATE, Shape.MEDIA} or (shape in MADE_OF_TEXTS and is_manifold(value)):
        return value
    semicolons = version == "3.0" or shape in {Shape.FIELDS, Shape.COMPOUND}
    return joined(parts(value, shape), semicolons=semicolons)


def plain_uri(value: str) -> str:
    """A URI without the escapes that some clients put into it as if it were text."""
    return _ESCAPED_IN_URI.sub(r"\1", value) if "\\" in value else value


def encode_param(text: str) -> str:
    """A parameter value with the escapes of RFC 6868."""
    return text.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
