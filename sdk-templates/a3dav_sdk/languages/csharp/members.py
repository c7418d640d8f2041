"""How C# writes objects, enumerations and unions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from a3dav_sdk.languages.csharp.texts import escaped, quoted, unique
from a3dav_sdk.languages.dialect import Dialect
from a3dav_sdk.model.types import (
    EnumDefinition,
    Field,
    ListOf,
    MapOf,
    Nullable,
    ObjectDefinition,
    Reference,
    Scalar,
    Type,
    UnionDefinition,
)


class Members(Dialect):
    def filters_of_members(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "presence": self.presence, "start": self.start, "fields": self.fields, "values": self.values,
            "variants": self.variants, "extra": self.extra, "held": self.held, "result": self.result,
        }  # fmt: skip

    def element(self, name: str, text: str, indent: int) -> str:
        """An element of documentation: on one line where it fits."""
        prefix = " " * indent + "/// "
        lines = [escaped(line) for line in self.wrapped(" ".join(text.split()), prefix)]
        if not lines:
            return ""
        if len(lines) == 1:
            return f"{prefix}<{name}>{lines[0].strip().removeprefix('/// ')}</{name}>\n"
        return "".join(f"{line}\n" for line in [f"{prefix}<{name}>", *lines, f"{prefix}</{name}>"])

    def is_value(self, found: Type) -> bool:
        """Whether the type of C# knows no null by itself."""
        if isinstance(found, Reference):
            return isinstance(self.definitions[found.key], EnumDefinition)
        return isinstance(found, Scalar) and (found.kind in {"integer", "number", "boolean"} or is_time(found))

    def type_of(self, found: Type) -> str:
        if isinstance(found, Nullable):
            return self.held(found.of)
        return super().type_of(found)

    def held(self, found: Type) -> str:
        """A type that can be null."""
        plain = self.type_of(found)
        return f"{plain}?" if self.is_value(found) else plain

    def result(self, found: Type | None, is_optional: bool = False) -> str:
        if found is None:
            return "JToken"
        return self.held(found) if is_optional else self.type_of(found)

    def presence(self, one: Field) -> str:
        plain = self.type_of(one.type)
        return plain if one.required and not one.nullable else f"Optional<{plain.removesuffix('?')}>"

    def start(self, one: Field) -> str:
        """What a member is before anybody sets it."""
        plain = self.type_of(one.type)
        if not one.required or one.nullable:
            return ""
        if isinstance(one.type, ListOf | MapOf):
            return f" = new {plain}();"
        return f" = {self._constant(one)};" if one.constant else ""

    def _constant(self, one: Field) -> str:
        value = json.loads(one.constant)
        if isinstance(one.type, Reference) and isinstance(self.definitions[one.type.key], EnumDefinition):
            return f"new {self.type_of(one.type)}({self.literal(value)})"
        is_scalar = isinstance(one.type, Scalar) and not isinstance(value, list | dict)
        return self.literal(value) if is_scalar else f"Json.Read<{self.type_of(one.type)}>({quoted(one.constant)})"

    def fields(self, found: ObjectDefinition) -> list[tuple[str, Field]]:
        scope, own = f"fields {found.key}", self.reference(found.key)
        named = self._members(scope, [(one.key, self.names[scope, one.key]) for one in found.fields], [own])
        return [(named[one.key], one) for one in found.fields]

    def _members(self, scope: str, wished: list[tuple[str, str]], taken: Iterable[str] = ()) -> dict[str, str]:
        """A member is not called as its class; the lock has those that gave way."""
        plain, named = dict(wished), unique(wished, taken)
        return named | self.kept(f"members {scope}", {key: name for key, name in named.items() if name != plain[key]})

    def extra(self, found: ObjectDefinition) -> str:
        return f"Model<{self.type_of(found.extra) if found.extra else 'JToken'}>"

    def values(self, found: EnumDefinition) -> list[tuple[str, Any]]:
        scope, own = f"values {found.key}", self.reference(found.key)
        named = self._members(scope, [(one.key, self.names[scope, one.key]) for one in found.values], [own])
        return [(named[one.key], one) for one in found.values]

    def variants(self, found: UnionDefinition) -> list[tuple[int, str, str, Any]]:
        """The place of each, its name, the arguments of its attribute, and itself."""
        scope = f"variants {found.key}"
        told = []
        for place, one in enumerate(found.variants):
            name = self.names[scope, one.key].removesuffix("Model")
            arguments = ", ".join([f"typeof({self.type_of(one.type).removesuffix('?')})", *map(quoted, one.tags)])
            told.append((place, name, arguments, one))
        named = self._members(scope, [(one.key, name) for _, name, _, one in told])
        return [(place, named[one.key], arguments, one) for place, _, arguments, one in told]


def is_time(found: Scalar) -> bool:
    return found.kind == "text" and found.format == "date-time"
