"""How Java writes types, and how the runtime reads and writes their values."""

from __future__ import annotations

from a3dav_sdk.languages.dialect import Dialect
from a3dav_sdk.model.types import (
    AnyValue,
    ListOf,
    MapOf,
    Nullable,
    ObjectDefinition,
    Reference,
    Scalar,
    Type,
    UnionDefinition,
)

_TYPES = {"text": "String", "integer": "Long", "number": "Double", "boolean": "Boolean", "bytes": "byte[]"}
_PRIMITIVES = {"Long": "long", "Double": "double", "Boolean": "boolean"}
_CODECS = {
    "String": "TEXT", "Long": "INTEGER", "Double": "NUMBER", "Boolean": "BOOLEAN", "byte[]": "BYTES",
    "Timestamp": "TIMESTAMP", "BigInteger": "BIG_INTEGER",
}  # fmt: skip


class Types(Dialect):
    prefix = ""
    """Before names of definitions, where others hide them."""

    def reference(self, key: str) -> str:
        return self.prefix + super().reference(key)

    def scalar(self, found: Scalar) -> str:
        if found.kind == "text" and found.format == "date-time":
            return "Timestamp"
        return "BigInteger" if found.kind == "integer" and found.format == "uint64" else _TYPES[found.kind]

    def anything(self) -> str:
        return "JsonNode"

    def list_of(self, item: str) -> str:
        return f"List<{item}>"

    def map_of(self, item: str) -> str:
        return f"Map<String, {item}>"

    def nullable(self, of: str) -> str:
        return of if of == "JsonNode" or of.startswith("Opt<") else f"Opt<{of}>"

    def unboxed(self, found: Type) -> str:
        """Where no null can be."""
        plain = self.type_of(found)
        return _PRIMITIVES.get(plain, plain)

    def result(self, found: Type | None) -> str:
        return "JsonNode" if found is None else self.type_of(found)

    def codec(self, found: Type | None) -> str:
        """The expression that reads and writes it."""
        match found:
            case None | AnyValue():
                return "Codecs.ANY"
            case Scalar():
                return f"Codecs.{_CODECS[self.scalar(found)]}"
            case ListOf(item):
                return f"Codecs.list({self.codec(item)})"
            case MapOf(item):
                return f"Codecs.map({self.codec(item)})"
            case Nullable(of):
                inner = self.codec(of)
                return inner if self.type_of(of) == self.type_of(found) else f"Codecs.nullable({inner})"
            case Reference(key):
                is_union = isinstance(self.definitions[key], UnionDefinition)
                name = self.reference(key)
                return f"Codec.of({name}::fromJson)" if is_union else f"{name}.CODEC"

    def is_object(self, found: Type | None) -> bool:
        return isinstance(found, Reference) and isinstance(self.definitions[found.key], ObjectDefinition)


def bare_of(found: Type) -> Type:
    """What may be null without saying so: a member says it itself."""
    return bare_of(found.of) if isinstance(found, Nullable) else found
