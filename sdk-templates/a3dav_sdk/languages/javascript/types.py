"""The words for types."""

from __future__ import annotations

import json
import re

from a3dav_sdk.languages.javascript.comments import Comments
from a3dav_sdk.languages.javascript.requests import key_of
from a3dav_sdk.model.api import Call
from a3dav_sdk.model.types import (
    EnumDefinition,
    Field,
    ObjectDefinition,
    Reference,
    Scalar,
    Type,
    UnionDefinition,
    Variant,
)


class Types(Comments):
    _module = ""

    def scalar(self, found: Scalar) -> str:
        if found.kind == "integer":
            return "Int64" if found.format in {"int64", "uint64"} else "number"
        return {"text": "string", "number": "number", "boolean": "boolean", "bytes": "Upload"}[found.kind]

    def reference(self, key: str) -> str:
        return self._module + super().reference(key)

    def anything(self) -> str:
        return "unknown"

    def list_of(self, item: str) -> str:
        return f"({item})[]" if _is_compound(item) else f"{item}[]"

    def map_of(self, item: str) -> str:
        return f"Record<string, {item}>"

    def nullable(self, of: str) -> str:
        return of if of == "unknown" else f"{of} | null"

    def said(self, found: Type) -> str:
        """A type outside of the module of models."""
        self._module = "models."
        try:
            return self.type_of(found)
        finally:
            self._module = ""

    def returned(self, call: Call) -> str:
        if call.pagination:
            return f"Paged<{self.said(call.pagination.item)}>"
        result = call.result
        item = self.said(result.type) if result.type else "unknown"
        more = " | undefined" if result.optional and item != "unknown" else ""
        return {
            "none": "Promise<void>", "json": f"Promise<{item}{more}>", "text": "Promise<TextResult>",
            "bytes": "Promise<Download>", "events": f"EventStream<{item}>",
            "lines": f"AsyncGenerator<{item}, void, undefined>",
        }[result.shape]  # fmt: skip

    def body_type(self, call: Call) -> str:
        assert call.body is not None
        if call.body.shape in {"text", "bytes"}:
            return "Upload"
        return self.said(call.body.type) if call.body.type else "unknown"

    def field_type(self, field: Field) -> str:
        if field.constant.startswith('"'):
            return self.literal(json.loads(field.constant)) + (" | null" if field.nullable else "")
        return self.nullable(self.type_of(field.type)) if field.nullable else self.type_of(field.type)

    def variants(self, found: UnionDefinition) -> list[str]:
        """With what tells them apart, and what is none of them."""
        if not found.member:
            return [*(self.type_of(one.type) for one in found.variants), "Unrecognized"]
        return [
            *(self._variant(one, found.member) for one in found.variants),
            f"UnknownVariant<{self.literal(found.member)}>",
        ]

    def _variant(self, one: Variant, member: str) -> str:
        target = self.definitions.get(one.type.key) if isinstance(one.type, Reference) else None
        fields = target.fields if isinstance(target, ObjectDefinition) else ()
        is_told = any(field.key == member and field.constant for field in fields)
        tags = " | ".join(map(self.literal, one.tags))
        plain = self.type_of(one.type)
        return plain if is_told or not tags else f"({plain} & {{ {key_of(member, self.literal)}: {tags} }})"

    def alternatives(self, parts: list[str], start: str, end: str = ";") -> str:
        """A union as the formatter writes it: on one line where it has room, or on the next."""
        whole = f"{' | '.join(parts)}{end}"
        if len(start) + len(whole) + 1 <= self.width or len(parts) < 2:
            return f"{start} {whole}"
        if len(whole) + 2 <= self.width:
            return f"{start}\n  {whole}"
        return start + "".join(f"\n  | {part}" for part in parts) + end

    def values(self, found: EnumDefinition) -> list[str]:
        parts = [self.literal(value.value) for value in found.values]
        base = "string" if found.base == "text" else "number"
        return [*parts, f"({base} & {{}})"] if found.open else parts


def _is_compound(type_: str) -> bool:
    """Whether it is a union or an intersection, outside of all brackets."""
    depth = 0
    for letter in re.sub(r"'(?:\\\\.|[^'])*'", "", type_):
        depth += (letter in "([{<") - (letter in ")]}>")
        if depth == 0 and letter in "|&":
            return True
    return False
