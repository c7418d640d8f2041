"""A schema of any version of OpenAPI in one form: allOf merged, null apart, alternatives listed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from a3dav_sdk.loading.documents import Node

_TELLING = {
    "$ref", "type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "const", "additionalProperties", "format",
    "prefixItems", "patternProperties", "contentEncoding",
}  # fmt: skip
_NOTHING = object()


@dataclass
class Shape:
    """What a schema says, as far as a client cares."""

    types: set[str] = field(default_factory=set)
    nullable: bool = False
    format: str = ""
    encoding: str = ""
    properties: dict[str, Node] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    additional: Node | None = None
    items: Node | None = None
    values: list[Any] | None = None
    alternatives: list[Node] = field(default_factory=list)
    discriminator: Node | None = None


def tells_nothing(node: Node) -> bool:
    """A schema that only constrains (`required: [a]`), or none at all."""
    return not isinstance(node.value, dict) or not _TELLING & node.value.keys()


def alone(node: Node) -> Node | None:
    """The one schema that another only wraps in allOf, oneOf or anyOf to say more about it."""
    for key in ("allOf", "oneOf", "anyOf"):
        parts = [part for part in node.list(key) if not _is_null(part)]
        if len(parts) == 1 and not (_TELLING - {key, "type"}) & node.value.keys():
            return parts[0]
    return None


def has_null(node: Node) -> bool:
    """A schema that takes null, in the words of 3.0 or of 3.1."""
    kinds, values = node.value.get("type"), node.value.get("enum")
    if node.flag("nullable") or kinds == "null" or (isinstance(kinds, list) and "null" in kinds):
        return True
    if isinstance(values, list) and None in values and not kinds:
        return True
    return any(_is_null(part) for key in ("oneOf", "anyOf") for part in node.list(key))


def shape_of(node: Node) -> Shape:
    shape = Shape()
    _merge(shape, node, set())
    return shape


def _merge(shape: Shape, node: Node, seen: set[tuple[Any, str]]) -> None:
    node = node.followed()
    if (node.file, node.pointer) in seen or not isinstance(node.value, dict):
        return
    seen.add((node.file, node.pointer))
    for part in node.list("allOf"):
        _merge(shape, part, seen)
    shape.nullable = shape.nullable or has_null(node)
    _merge_scalars(shape, node)
    shape.properties.update(dict(node.items("properties")))
    shape.required |= {name for name in node.value.get("required", []) if isinstance(name, str)}
    shape.additional = node.get("additionalProperties") or _pattern(node) or shape.additional
    shape.items = node.get("items") or shape.items
    shape.discriminator = node.get("discriminator") or shape.discriminator
    for key in ("oneOf", "anyOf"):
        shape.alternatives += [part for part in node.list(key) if not _is_null(part) and not tells_nothing(part)]


def _merge_scalars(shape: Shape, node: Node) -> None:
    kinds = node.value.get("type", [])
    shape.types |= {kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null"}
    shape.format = node.text("format") or shape.format
    shape.encoding = node.text("contentEncoding") or shape.encoding
    values = node.value.get("enum")
    if isinstance(values, list):
        shape.values = [value for value in values if value is not None]
    constant = node.value.get("const", _NOTHING)
    if constant is not _NOTHING and constant is not None:
        shape.values = [constant]


def _pattern(node: Node) -> Node | None:
    patterns = [schema for _, schema in node.items("patternProperties")]
    return patterns[0] if len(patterns) == 1 else None


def _is_null(node: Node) -> bool:
    return isinstance(node.value, dict) and (
        node.value.get("type") == "null"
        or node.value.get("enum") == [None]
        or node.value.get("const", _NOTHING) is None
    )
