"""What a value can be, in no language's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

ScalarKind = Literal["text", "integer", "number", "boolean", "bytes"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """`format` is what the document says: date-time, int64, uuid…

    Kind bytes is no JSON: the whole of a body, or a part of one.
    """

    tag: ClassVar[str] = "scalar"
    kind: ScalarKind
    format: str = ""


@dataclass(frozen=True, slots=True)
class AnyValue:
    """Any JSON."""

    tag: ClassVar[str] = "any"


@dataclass(frozen=True, slots=True)
class ListOf:
    tag: ClassVar[str] = "list"
    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose member names are data."""

    tag: ClassVar[str] = "map"
    item: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    """Inside lists, maps, unions and results; a field says it of itself."""

    tag: ClassVar[str] = "nullable"
    of: Type


@dataclass(frozen=True, slots=True)
class Reference:
    """To a definition, by its key."""

    tag: ClassVar[str] = "reference"
    key: str


Type = Scalar | AnyValue | ListOf | MapOf | Nullable | Reference

TEXT = Scalar("text")
ANY = AnyValue()


@dataclass(frozen=True, slots=True)
class Field:
    """`key` is its name on the wire. Presence is exact: `required` × `nullable`.

    `default` and `constant` are JSON texts, or empty.
    """

    key: str
    words: tuple[str, ...]
    type: Type
    required: bool
    nullable: bool
    description: str = ""
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    default: str = ""
    constant: str = ""


@dataclass(frozen=True, slots=True)
class ObjectDefinition:
    """`home` is the key of the component it was written in: languages may keep them in one file.

    Members that are not listed are kept; `extra` is their type where the document gives one.
    """

    tag: ClassVar[str] = "object"
    key: str
    home: str
    words: tuple[str, ...]
    description: str
    fields: tuple[Field, ...]
    extra: Type | None = None
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class EnumValue:
    key: str
    words: tuple[str, ...]
    value: str | int
    description: str = ""


@dataclass(frozen=True, slots=True)
class EnumDefinition:
    """More values must be expected of an open one; they are kept as they came."""

    tag: ClassVar[str] = "enum"
    key: str
    home: str
    words: tuple[str, ...]
    description: str
    base: Literal["text", "integer"]
    open: bool
    values: tuple[EnumValue, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """`tags` are the values of the union's tag that mean this variant."""

    key: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class UnionDefinition:
    """With `member`, that member of the object tells the variant; without, the first that fits is taken.

    What fits none is kept as it came.
    """

    tag: ClassVar[str] = "union"
    key: str
    home: str
    words: tuple[str, ...]
    description: str
    member: str
    variants: tuple[Variant, ...]


Definition = ObjectDefinition | EnumDefinition | UnionDefinition
