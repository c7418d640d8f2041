"""Schemas become types, and what deserves a name becomes a definition."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.shapes import Shape, alone, has_null, shape_of
from a3dav_sdk.model.types import (
    ANY,
    TEXT,
    Definition,
    EnumDefinition,
    EnumValue,
    Field,
    ListOf,
    MapOf,
    Nullable,
    ObjectDefinition,
    Reference,
    Scalar,
    Type,
    UnionDefinition,
    Variant,
)
from a3dav_sdk.naming.words import words_of

_COMPONENTS = "/components/schemas/"


@dataclass(frozen=True, slots=True)
class Context:
    """Where a schema without a name of its own stands: the key and the words it would get."""

    key: str
    words: tuple[str, ...]
    home: str

    def inside(self, segment: str) -> Context:
        return Context(f"{self.key}/{segment}", (*self.words, *words_of(segment)), self.home)


@dataclass
class Schemas:
    """Reads each schema once; `definitions` are by key."""

    main: Path
    definitions: dict[str, Definition] = field(default_factory=dict)
    _places: dict[str, tuple[Path, str]] = field(default_factory=dict)
    _aliases: list[tuple[Path, str]] = field(default_factory=list)
    _open: set[str] = field(default_factory=set)

    def read(self, node: Node, context: Context) -> Type:
        """The type of a schema; Nullable where it takes null."""
        if not isinstance(node.value, dict):
            return ANY
        if node.text("$ref"):
            return self._referred(node.followed())
        inner = alone(node)
        if inner is not None:
            found = self.read(inner, context)
            return nullable(found) if has_null(node) else found
        shape = shape_of(node)
        found = self._typed(node, shape, context)
        return nullable(found) if shape.nullable else found

    def _referred(self, node: Node) -> Type:
        """A component is read once; one that is but another word for a type goes in place."""
        place = (node.file, node.pointer)
        if not node.pointer.startswith(_COMPONENTS) or node.pointer.count("/") != 3:
            key = f"{node.file.stem}#{node.pointer}"
            words = words_of(node.last)
        else:
            key = node.last if node.file == self.main else f"{node.file.stem}/{node.last}"
            words = words_of(node.last)
        if key in self.definitions or key in self._open:
            found: Type = Reference(key)
            return nullable(found) if shape_of(node).nullable else found
        if place in self._aliases:
            return ANY
        self._aliases.append(place)
        try:
            return self.read(node, Context(key, words, key))
        finally:
            self._aliases.pop()

    def _typed(self, node: Node, shape: Shape, context: Context) -> Type:
        if shape.values is not None and (not shape.types or shape.types <= {"string", "integer", "number"}):
            return self._enumerated(node, shape, context)
        if shape.properties:
            return self._object(node, shape, context)
        if shape.alternatives:
            return self._union(node, shape, context)
        if shape.types == {"array"} or (shape.items and not shape.types):
            return ListOf(self.read(shape.items, context.inside("item")) if shape.items else ANY)
        if shape.types == {"object"} or (shape.additional and not shape.types):
            return MapOf(self.read(shape.additional, context.inside("value")) if shape.additional else ANY)
        return _scalar(shape)

    def _enumerated(self, node: Node, shape: Shape, context: Context) -> Type:
        values = list(dict.fromkeys(shape.values or []))
        texts = all(isinstance(value, str) for value in values)
        numbers = all(isinstance(value, int) and not isinstance(value, bool) for value in values)
        if len(values) < 2 or not (texts or numbers):
            return TEXT if texts else Scalar("integer", shape.format) if numbers else _scalar(shape)
        names = node.value.get("x-enum-varnames", [])
        told = node.value.get("x-enum-descriptions", [])
        members = tuple(
            EnumValue(
                json.dumps(value, ensure_ascii=False),
                words_of(str(names[number] if number < len(names) else value)),
                value,
                str(told[number]) if isinstance(told, list) and number < len(told) else "",
            )
            for number, value in enumerate(values)
        )
        self.definitions[context.key] = EnumDefinition(
            context.key, context.home, context.words, node.text("description"), "text" if texts else "integer",
            node.value.get("x-open") is not False, members,
        )  # fmt: skip
        return Reference(context.key)

    def _object(self, node: Node, shape: Shape, context: Context) -> Type:
        self._open.add(context.key)
        fields = tuple(
            self._field(name, schema, name in shape.required, context) for name, schema in shape.properties.items()
        )
        additional = shape.additional
        extra = self.read(additional, context.inside("extra")) if additional and additional.value is not True else None
        if additional is not None and additional.value in (False, {}):
            extra = None
        self.definitions[context.key] = ObjectDefinition(
            context.key, context.home, context.words, node.text("description"), fields, extra, node.flag("deprecated")
        )
        return Reference(context.key)

    def _field(self, name: str, schema: Node, required: bool, context: Context) -> Field:
        type_ = self.read(schema, context.inside(name))
        target = schema.followed()
        shape = shape_of(schema)
        single = shape.values is not None and len(shape.values) == 1
        default = target.get("default") if isinstance(target.value, dict) else None
        return Field(
            name, words_of(name), bare(type_), required, isinstance(type_, Nullable),
            schema.text("description") or target.text("description"),
            shape_flag(schema, "readOnly"), shape_flag(schema, "writeOnly"), shape_flag(schema, "deprecated"),
            _json(default.value) if default is not None else "",
            _json(shape.values[0]) if single and shape.values and isinstance(shape.values[0], (str, int)) else "",
        )  # fmt: skip

    def _union(self, node: Node, shape: Shape, context: Context) -> Type:
        self._open.add(context.key)
        variants: dict[Type, Variant] = {}
        for number, part in enumerate(shape.alternatives):
            name = part.followed().last if part.text("$ref") else part.text("title") or f"variant {number + 1}"
            found = bare(
                self.read(part, Context(f"{context.key}/{number}", (*context.words, *words_of(name)), context.home))
            )
            key = found.key if isinstance(found, Reference) else f"{context.key}/{number}"
            if found not in variants:
                variants[found] = Variant(key, words_of(name), (), found)
        self._open.discard(context.key)
        if len(variants) == 1:
            return next(iter(variants))
        if not any(isinstance(found, Reference) for found in variants):
            return _common(list(variants))
        tag = shape.discriminator.text("propertyName") if shape.discriminator else ""
        mapped = _mapping(shape.discriminator)
        self.definitions[context.key] = UnionDefinition(
            context.key, context.home, context.words, node.text("description"), tag,
            tuple(replace(one, tags=tuple(mapped.get(one.key, ()))) for one in variants.values()),
        )  # fmt: skip
        return Reference(context.key)


def nullable(found: Type) -> Type:
    return found if isinstance(found, Nullable) or found == ANY else Nullable(found)


def bare(found: Type) -> Type:
    return found.of if isinstance(found, Nullable) else found


def shape_flag(node: Node, key: str) -> bool:
    return node.flag(key) or node.followed().flag(key)


def _mapping(discriminator: Node | None) -> dict[str, list[str]]:
    """The key of a component → the tags that mean it."""
    found: dict[str, list[str]] = {}
    for tag, target in discriminator.items("mapping") if discriminator else ():
        found.setdefault(str(target.value).rpartition("/")[2], []).append(tag)
    return found


def _common(found: list[Type]) -> Type:
    """Alternatives without a name: what they have in common."""
    kinds = {one.kind for one in found if isinstance(one, Scalar)}
    if len(kinds) == 1 and all(isinstance(one, Scalar) for one in found):
        return Scalar(kinds.pop())
    return Scalar("number") if kinds == {"integer", "number"} and len(found) == 2 else ANY


def _scalar(shape: Shape) -> Type:
    if shape.types == {"string"}:
        if shape.format == "binary":
            return Scalar("bytes", "binary")
        return Scalar("text", shape.format or ("byte" if shape.encoding == "base64" else ""))
    if shape.types == {"integer"}:
        return Scalar("integer", shape.format)
    if shape.types in ({"number"}, {"integer", "number"}):
        return Scalar("number", shape.format)
    if shape.types == {"boolean"}:
        return Scalar("boolean")
    return ANY


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
