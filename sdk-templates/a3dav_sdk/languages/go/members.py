"""How Go writes objects, enumerations and unions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from a3dav_sdk.languages.go.layout import Row, aligned, quoted
from a3dav_sdk.languages.go.package_names import PackageNames
from a3dav_sdk.model.types import (
    EnumDefinition,
    Field,
    Nullable,
    ObjectDefinition,
    Reference,
    Type,
    UnionDefinition,
)


class Members(PackageNames):
    def filters_of_members(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "struct": self.struct, "constants": self.constants, "variants": self.variants, "choices": self.choices,
            "variables": self.variables, "result": self.result,
        }  # fmt: skip

    def is_pointed(self, found: Type | None) -> bool:
        """Objects and unions stand behind pointers where they may be missing."""
        return isinstance(found, Reference) and not isinstance(self.definitions[found.key], EnumDefinition)

    def result(self, found: Type | None) -> str:
        """What a call gives: an object as a pointer to it."""
        if found is None:
            return "any"
        return f"*{self.type_of(found)}" if self.is_pointed(found) else self.type_of(found)

    def type_of(self, found: Type) -> str:
        if isinstance(found, Nullable) and self.is_pointed(found.of):
            return f"Opt[*{self.type_of(found.of)}]"
        return super().type_of(found)

    def presence(self, one: Field, owner: str = "") -> str:
        plain = self.type_of(one.type)
        if _must_be(one):
            return f"*{plain}" if self._is_endless(one.type, owner) else plain
        return f"Opt[{self.result(one.type)}]"

    def _is_endless(self, found: Type, owner: str) -> bool:
        """An object that needs itself has no end unless a pointer cuts it."""
        return isinstance(found, Reference) and owner in self._needed.get(found.key, frozenset())

    @cached_property
    def _needed(self) -> dict[str, frozenset[str]]:
        """The objects that an object cannot be without, itself among them."""
        direct = {
            one.key: {field.type.key for field in one.fields if _must_be(field) and isinstance(field.type, Reference)}
            for one in self.api.definitions
            if isinstance(one, ObjectDefinition)
        }
        found: dict[str, frozenset[str]] = {}
        for key in direct:
            seen, waiting = {key}, [key]
            while waiting:
                fresh = direct.get(waiting.pop(), set()) - seen
                seen |= fresh
                waiting += sorted(fresh)
            found[key] = frozenset(seen)
        return found

    def struct(self, found: ObjectDefinition) -> str:
        rows = [self._row(one, self.names[f"fields {found.key}", one.key], found.key) for one in found.fields]
        extra = self.type_of(found.extra) if found.extra else "any"
        return aligned(
            [
                *rows,
                (
                    self.doc("Extra are members that are not known here.", 1),
                    ("Extra", f"map[string]{extra}", '`json:"-"`'),
                ),
            ]
        )

    def _row(self, one: Field, name: str, owner: str) -> Row:
        text = one.description + ("\n\nDeprecated: it may go away." if one.deprecated else "")
        return self.doc(text, 1), (name, self.presence(one, owner), _tag(one))

    def constants(self, found: EnumDefinition) -> str:
        name = self.reference(found.key)
        return aligned(
            (
                self.doc(one.description, 1),
                (self.globals[f"{found.key} {one.key}"], name, f"= {self.literal(one.value)}"),
            )
            for one in found.values
        )

    def variants(self, found: UnionDefinition) -> str:
        rows = [
            ("", (self.names[f"variants {found.key}", one.key], f"*{self.type_of(one.type)}")) for one in found.variants
        ]
        return aligned(
            [*rows, (self.doc("Unknown is JSON that is none of these, as it came.", 1), ("Unknown", "json.RawMessage"))]
        )

    def choices(self, found: UnionDefinition) -> str:
        names = {one.key: self.names[f"variants {found.key}", one.key] for one in found.variants}
        return "".join(
            f"\t\t{{[]string{{{', '.join(map(quoted, one.tags))}}}, &u.{names[one.key]}}},\n" for one in found.variants
        )

    def variables(self, fields: list[Field], call_key: str) -> str:
        scope = f"variables {call_key}"
        return aligned([self._row(one, self.names[scope, one.key], "") for one in fields])


def _must_be(one: Field) -> bool:
    return one.required and not one.nullable


def _tag(one: Field) -> str:
    """The name may hold anything but the last comma, behind which stands what is to be sent."""
    tag = "json:" + quoted(f"{one.key},{'required' if one.required else 'optional'}")
    if one.constant and one.required:
        tag += " constant:" + quoted(one.constant)
    return f"`{tag}`" if "`" not in tag and "\r" not in tag else quoted(tag)
