"""Models in Rust: fields with their presence, constructors and setters of what is sent, alternatives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from a3dav_sdk.languages.rust.formatting import WIDTH, called, imported, signature
from a3dav_sdk.model.references import inner, references
from a3dav_sdk.model.types import Definition, Field, ObjectDefinition, Reference, Scalar, UnionDefinition, Variant

if TYPE_CHECKING:
    from a3dav_sdk.languages.dialect import Dialect as _Dialect
else:
    _Dialect = object

_MANY = 7
"""Clippy thinks that no function should have more parameters."""


class Members(_Dialect):
    def filters_of_members(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "member": self.member, "taken": self.taken, "put": self.put, "constructor": self.constructor,
            "setter": self.setter, "initial": self.initial, "is_sent": lambda one: one.key in self.sent,
            "is_form": self.is_form, "variant_type": self.variant_type, "bare_constructor": self.bare_constructor,
            "imported": lambda names, path: imported(path, names), "part": self.part, "alternatives": self.alternatives,
        }  # fmt: skip

    @cached_property
    def sent(self) -> set[str]:
        """The definitions that a caller makes."""
        starts = [key for call in self.calls for key in references(call.body.type if call.body else None)]
        starts += [key for call in self.calls for one in call.parameters for key in references(one.type)]
        starts += [key for one in self.api.graph for field in one.variables for key in references(field.type)]
        return self._reached(starts)

    @property
    def calls(self) -> list[Any]:
        return [call for service in self.api.services for call in service.calls]

    def _reached(self, starts: Iterable[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(starts)
        while waiting:
            key = waiting.pop()
            if key not in found and key in self.definitions:
                found.add(key)
                waiting += inner(self.definitions[key])
        return found

    @cached_property
    def forms(self) -> set[str]:
        bodies = [call.body for call in self.calls if call.body and call.body.shape == "multipart"]
        return {body.type.key for body in bodies if isinstance(body.type, Reference)}

    def is_form(self, one: Definition) -> bool:
        return one.key in self.forms

    def imports(self, definitions: list[Definition]) -> dict[str, Any]:
        """What a module of models uses of the runtime and of other modules."""
        own = {one.key for one in definitions}
        objects = [one for one in definitions if isinstance(one, ObjectDefinition)]
        unions = [one for one in definitions if isinstance(one, UnionDefinition)]
        fields = [field for one in objects for field in one.fields]
        types = [self.member_type(field) for field in fields]
        types += [self.variant_type(variant) for one in unions for variant in one.variants]
        words = set(re.findall(r"\w+", " ".join(types)))
        used = {"Json", "JsonError", "Map", "Value"} if objects else {"Value"} if unions else set()
        used |= words & {"Map"}
        for verb in ("", "_nullable"):
            if any((field.required and field.nullable) == bool(verb) for field in fields):
                used |= {f"put{verb}", "put_rest", f"take{verb}"}
        others = {key for one in definitions for key in inner(one)} - own
        return {
            "others": bool(others), "json": sorted(used, key=lambda name: (name[0].isupper(), name)),
            "macros": self._macros(definitions), "parts": any(map(self.is_form, definitions)),
            **{name.lower(): name in words for name in ("BTreeMap", "Patch", "Timestamp", "Upload")},
        }  # fmt: skip

    @staticmethod
    def _macros(definitions: list[Definition]) -> list[str]:
        found = set()
        for one in definitions:
            if isinstance(one, ObjectDefinition):
                found.add("serde_through_json")
            elif isinstance(one, UnionDefinition):
                found.add("tagged_union" if one.member else "fitting_union")
            else:
                found.add("open_text" if one.base == "text" else "open_number")
        return sorted(found)

    # Fields

    @cached_property
    def _direct(self) -> dict[str, set[str]]:
        """The objects that an object holds as they are, and not on the heap."""
        objects = {key: one for key, one in self.definitions.items() if isinstance(one, ObjectDefinition)}
        return {
            key: {field.type.key for field in one.fields if isinstance(field.type, Reference)} & objects.keys()
            for key, one in objects.items()
        }

    @cached_property
    def _boxed(self) -> set[str]:
        """The objects that hold themselves in some way."""
        return {key for key in self._direct if key in self._held(key)}

    def _held(self, key: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self._direct[key])
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._direct[one]
        return found

    def _plain(self, field: Field) -> str:
        plain = self.type_of(field.type)
        if isinstance(field.type, Reference) and field.type.key in self._boxed:
            return f"Box<{plain}>"
        return plain

    def member_type(self, field: Field) -> str:
        """The type of a field with its presence."""
        plain = self._plain(field)
        if field.required:
            return f"Option<{plain}>" if field.nullable else plain
        return f"Patch<{plain}>" if field.nullable or plain == "Value" else f"Option<{plain}>"

    def member(self, field: Field, name: str) -> str:
        """A field of a struct, its type on a line of its own where it must."""
        line = f"    pub {name}: {self.member_type(field)},\n"
        return line if len(line) <= WIDTH + 1 else f"    pub {name}:\n        {self.member_type(field)},\n"

    def taken(self, field: Field, name: str) -> str:
        verb = "take_nullable" if field.required and field.nullable else "take"
        return called(f"{name}: {verb}", ["&mut members", self.literal(field.key)], "?,", 12)

    def put(self, field: Field, name: str) -> str:
        verb = "put_nullable" if field.required and field.nullable else "put"
        return called(verb, ["&mut members", self.literal(field.key), f"&self.{name}"], ";", 8)

    # What a caller makes

    def constructor(self, one: ObjectDefinition) -> str:
        """`new` with what is required and can vary."""
        named = [(field, self.names[f"fields {one.key}", field.key]) for field in one.fields if field.required]
        free = [(field, name) for field, name in named if not _constant(field)]
        head = "    #[allow(clippy::too_many_arguments)]\n" if len(free) > _MANY else ""
        return head + signature("pub fn new", [f"{name}: {self._given(field)}" for field, name in free], "Self", 4)

    def bare_constructor(self, one: ObjectDefinition) -> bool:
        """There is nothing to tell `new`."""
        return not any(field.required for field in one.fields)

    def _is_boxed(self, field: Field) -> bool:
        return self._plain(field).startswith("Box<")

    def _given(self, field: Field) -> str:
        """The type of a parameter that sets a field."""
        plain = self.type_of(field.type)
        if field.required and field.nullable:
            return f"Option<{plain}>" if self._is_boxed(field) else f"impl Into<Option<{plain}>>"
        if self._is_boxed(field):
            return plain
        if self.member_type(field).startswith("Patch<"):
            return f"impl Into<Patch<{plain}>>"
        return f"impl Into<{plain}>" if plain in {"String", "Timestamp"} or self._is_enum(field) else plain

    def _is_enum(self, field: Field) -> bool:
        target = self.definitions.get(field.type.key) if isinstance(field.type, Reference) else None
        return target is not None and target.tag == "enum"

    def initial(self, field: Field, name: str) -> str:
        """A member of the literal in `new`."""
        if not field.required:
            value = "Patch::Absent" if self.member_type(field).startswith("Patch<") else "None"
        elif _constant(field):
            constant = json.loads(field.constant)
            value = f"{self.literal(constant)}.to_owned()" if isinstance(constant, str) else self.literal(constant)
        else:
            value = self._required(field, name)
        return f"            {name},\n" if value == name else f"            {name}: {value},\n"

    def _required(self, field: Field, name: str) -> str:
        if self._is_boxed(field):
            return f"{name}.map(Box::new)" if field.nullable else f"Box::new({name})"
        return f"{name}.into()" if self._given(field).startswith("impl Into<") else name

    def setter(self, field: Field, name: str) -> str:
        """A function that sets a field."""
        if field.required:
            value = self._required(field, name)
        else:
            bare = f"Box::new({name})" if self._is_boxed(field) else name
            into = ".into()" if self._given(field).startswith("impl Into<") else ""
            patch = self.member_type(field).startswith("Patch<")
            value = bare + into if patch and into else f"Patch::Value({bare})" if patch else f"Some({bare}{into})"
        about = f"        self.{name} = {value};\n"
        head = signature(f"pub fn {name}", ["mut self", f"{name}: {self._given(field)}"], "Self", 4)
        return (
            self.doc(field.description, 4) or self.doc(f"Sets `{name}`.", 4)
        ) + f"    #[must_use]\n{head}{about}        self\n    }}\n"

    def part(self, field: Field, name: str) -> str:
        return called("parts.put", [self.literal(field.key), f"&self.{name}"], ";", 8)

    # Alternatives

    def variant_type(self, one: Variant) -> str:
        """Objects stand on the heap, so that no alternative makes the others large."""
        plain = self.type_of(one.type)
        target = self.definitions.get(one.type.key) if isinstance(one.type, Reference) else None
        return f"Box<{plain}>" if isinstance(target, (ObjectDefinition, UnionDefinition)) else plain

    def alternatives(self, tags: list[str]) -> str:
        return " | ".join(map(self.literal, tags))


def _constant(field: Field) -> bool:
    plain = isinstance(field.type, Scalar) and field.type.kind in {"text", "integer"}
    return bool(field.constant) and plain and not field.nullable and field.type != Scalar("text", "date-time")
