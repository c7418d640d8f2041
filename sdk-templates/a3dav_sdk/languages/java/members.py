"""How Java writes records, enumerations and unions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from a3dav_sdk.languages.java.layout import commented, harmless, imports, quoted
from a3dav_sdk.languages.java.reserved import IMPORTS, JAVA_LANG, RENDERED
from a3dav_sdk.languages.java.types import Types, bare_of
from a3dav_sdk.model.api import Parameter
from a3dav_sdk.model.types import (
    Definition,
    Field,
    Nullable,
    ObjectDefinition,
    Type,
    UnionDefinition,
    Variant,
)
from a3dav_sdk.naming.plan import PACKAGE
from a3dav_sdk.naming.unique import unique

_MOST_COMPONENTS = 120
_KINDS = {"object": "An object of the interface.", "enum": "One of several values.", "union": "One of several types."}


@dataclass(frozen=True, slots=True)
class Component:
    """A component of a record, in the words of Java."""

    name: str
    wire: str
    kind: str
    """required, nullable (it is there, and may be null), or optional."""
    type: str
    boxed: str
    codec: str
    start: str
    """What a builder begins with."""
    comment: str

    @property
    def declared(self) -> str:
        return self.type if self.kind == "required" else f"Opt<{self.boxed}>"

    @property
    def held(self) -> str:
        return self.boxed if self.kind == "required" else f"Opt<{self.boxed}>"


class Members(Types):
    def filters_of_members(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "components": self.components, "extra_type": self.extra_type, "extra_codec": self.extra_codec,
            "titled": self.titled, "codec": self.codec, "boxed": self.type_of, "imports": imports,
            "required": lambda found: "".join(f", {quoted(one.key)}" for one in found.fields if one.required),
            "variants": self.variants, "global": lambda key: self.globals[key],
        }  # fmt: skip

    @cached_property
    def runtime_names(self) -> frozenset[str]:
        """The classes that every package has, those that its files import, and those of java.lang."""
        files = (self.folder / "runtime").rglob("*.java")
        return frozenset(file.stem for file in files) | RENDERED | JAVA_LANG | set(IMPORTS)

    @cached_property
    def globals(self) -> dict[str, str]:
        """Classes whose names follow from others, by keys of their own."""
        wishes: list[tuple[str, str, str]] = []
        for service in self.api.services:
            own = self.names["services types", service.key].removesuffix("Service")
            for call in service.calls:
                name = self.names[f"calls {service.key}", call.key]
                name = f"{own}{name[:1].upper()}{name[1:]}"
                if all(one.place == "path" for one in call.parameters):
                    continue
                wishes.append((f"parameters {call.key}", f"{name}Params", f"{name}_Params"))
        for operation in self.api.graph:
            name = self.names["graph", operation.key]
            name = f"{name[:1].upper()}{name[1:]}"
            if not operation.variables:
                continue
            wishes.append((f"variables {operation.key}", f"{name}Variables", f"{name}_Variables"))
        taken = {name for (scope, _), name in self.names.items() if scope in {"definitions", "services types"}}
        return self.kept(PACKAGE, unique(wishes, taken | self.runtime_names))

    def components(self, fields: Sequence[Field | Parameter], scope: str) -> list[Component]:
        """The members of a record; Java cannot have more than that, and others are in `extra`."""
        return [self._component(one, self.names[scope, one.key]) for one in fields[:_MOST_COMPONENTS]]

    def _component(self, one: Field | Parameter, name: str) -> Component:
        found = bare_of(one.type)
        may_be_null = isinstance(one.type, Nullable) or (isinstance(one, Field) and one.nullable)
        kind = "optional" if not one.required else "nullable" if may_be_null else "required"
        text = one.description + ("\n\nDeprecated: it may go away." if one.deprecated else "")
        return Component(
            name, quoted(one.key), kind, self.unboxed(found), self.type_of(found), self.codec(found),
            self._start(one, kind, self.codec(found)), text,
        )  # fmt: skip

    def _start(self, one: Field | Parameter, kind: str, codec: str) -> str:
        if isinstance(one, Field) and one.constant and one.required:
            read = f"{codec}.read(Json.read({quoted(one.constant)}))"
            return f" = {read}" if kind == "required" else f" = Opt.of({read})"
        return {"required": "", "nullable": " = Opt.ofNull()", "optional": " = Opt.absent()"}[kind]

    def extra_type(self, found: ObjectDefinition) -> str:
        return self.type_of(found.extra) if found.extra and self._keeps_all(found) else "JsonNode"

    def extra_codec(self, found: ObjectDefinition) -> str:
        return self.codec(found.extra if self._keeps_all(found) else None)

    def _keeps_all(self, found: ObjectDefinition) -> bool:
        return len(found.fields) <= _MOST_COMPONENTS

    # Comments

    def paragraphs(self, text: str, indent: int = 0) -> list[str]:
        """Lines for Javadoc: paragraphs with its mark between them."""
        written: list[str] = []
        for paragraph in filter(None, (one.strip() for one in re.split(r"\n\s*\n", harmless(text)))):
            lines = self.wrapped(paragraph, " " * (indent + 3))
            lines = [line.strip() for line in lines]
            written += ["", f"<p>{lines[0]}", *lines[1:]] if written else lines
        return written

    def record_doc(self, text: str, components: Sequence[Component], extra: bool) -> str:
        lines = self.paragraphs(text)
        told = [(one.name, one.comment) for one in components if one.comment]
        told += [("extra", "Members that are not known here.")] if extra else []
        if told:
            lines.append("")
        for name, comment in told:
            first, *rest = self.paragraphs(comment, 4)
            lines += [f"@param {name} {first}", *(f"    {line}".rstrip() for line in rest)]
        return commented(lines, "")

    def titled(self, found: Definition) -> str:
        """The comment of a type."""
        old = isinstance(found, ObjectDefinition) and found.deprecated
        text = (found.description or _KINDS[found.tag]) + ("\n\nDeprecated: it may go away." if old else "")
        if isinstance(found, ObjectDefinition):
            return self.record_doc(text, self.components(found.fields, f"fields {found.key}"), extra=True)
        return self.record_doc(text, [], extra=False)

    # Unions

    def variants(self, found: UnionDefinition) -> list[tuple[str, str, str, str]]:
        """Name, type, codec and further arguments of each; types have whole names, since variants may hide them."""
        own = self.reference(found.key)
        names = {one.key: f"{self.names[f'variants {found.key}', one.key]}Variant" for one in found.variants}
        return [
            (names[one.key] if names[one.key] != own else f"{names[one.key]}_", *self._whole(one.type), _tags(one))
            for one in found.variants
        ]

    def _whole(self, found: Type) -> tuple[str, str]:
        self.prefix = f"{self.packaged['package']}."
        try:
            return self.type_of(found), self.codec(found)
        finally:
            self.prefix = ""


def _tags(one: Variant) -> str:
    return "".join(f", {quoted(tag)}" for tag in one.tags)
