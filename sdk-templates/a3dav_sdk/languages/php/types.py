"""Types in PHP: what it checks itself, what comments say, and how values are read."""

from __future__ import annotations

import json
import re

from a3dav_sdk.languages.dialect import Dialect
from a3dav_sdk.languages.php.text import comment, fitted, literal, quiet
from a3dav_sdk.model.types import (
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

_SCALARS = {"text": ["string"], "integer": ["int"], "number": ["int", "float"], "boolean": ["bool"]}
_MOST = 2**63


class Types(Dialect):
    def text_literal(self, value: str) -> str:
        return literal(value)

    def doc(self, text: str, indent: int = 0) -> str:
        return comment(self.lines(text, indent), indent)

    def lines(self, text: str, indent: int) -> list[str]:
        """What a comment says, as wide as there is room."""
        prefix = " " * (indent + 3)
        return [line.removeprefix(prefix) for line in self.wrapped(quiet(text), prefix)] if text.strip() else []

    def scalar(self, found: Scalar) -> str:
        return "|".join(self.parts(found))

    def anything(self) -> str:
        return "mixed"

    def list_of(self, item: str) -> str:
        return f"list<{item}>"

    def map_of(self, item: str) -> str:
        return f"array<string, {item}>"

    def nullable(self, of: str) -> str:
        return of if of == "mixed" else f"{of}|null"

    def reference(self, key: str) -> str:
        return "|".join(self.parts(Reference(key)))

    def class_of(self, key: str) -> str:
        return self.names["definitions", key]

    def parts(self, found: Type, prefix: str = "") -> list[str]:
        """The alternatives of a type that PHP checks itself."""
        match found:
            case Scalar(kind="bytes"):
                return ["string", "Upload"]
            case Scalar():
                is_time = found.kind == "text" and found.format == "date-time"
                return ["Timestamp"] if is_time else _SCALARS[found.kind]
            case ListOf() | MapOf():
                return ["array"]
            case Nullable(of):
                return [*self.parts(of, prefix), "null"]
            case Reference(key):
                return self._named(key, prefix)
            case _:
                return ["mixed"]

    def _named(self, key: str, prefix: str) -> list[str]:
        match self.definitions[key]:
            case EnumDefinition(base=base):
                return [prefix + self.class_of(key), "string" if base == "text" else "int"]
            case UnionDefinition():
                return ["mixed"]
            case _:
                return [prefix + self.class_of(key)]

    def documented(self, found: Type, prefix: str = "") -> str:
        """The same as comments say it, with what is in lists."""
        match found:
            case ListOf(item):
                return self.list_of(self.documented(item, prefix))
            case MapOf(item):
                return self.map_of(self.documented(item, prefix))
            case Nullable(of):
                return self.nullable(self.documented(of, prefix))
            case _:
                return native(self.parts(found, prefix))

    def codec(self, found: Type | None, prefix: str = "") -> str:
        match found:
            case Scalar(kind=kind, format=format):
                return f"Codecs::{'time' if kind == 'text' and format == 'date-time' else kind}()"
            case ListOf(item):
                return f"Codecs::listOf({self.codec(item, prefix)})"
            case MapOf(item):
                return f"Codecs::mapOf({self.codec(item, prefix)})"
            case Nullable(of):
                return f"Codecs::orNull({self.codec(of, prefix)})"
            case Reference(key):
                return f"Codecs::{self._reader(key)}({prefix}{self.class_of(key)}::class)"
            case _:
                return "Codecs::any()"

    def _reader(self, key: str) -> str:
        match self.definitions[key]:
            case EnumDefinition(base=base):
                return "textEnum" if base == "text" else "integerEnum"
            case UnionDefinition():
                return "union"
            case _:
                return "model"

    # Members of objects

    def is_exact(self, field: Field) -> bool:
        """Whether null is a value, so that absence needs one of its own."""
        return not field.required and (field.nullable or bool({"mixed", "null"} & set(self.parts(field.type))))

    def property(self, field: Field, name: str) -> str:
        """A member in the constructor, with its comment."""
        parts = self.parts(field.type) + (["null"] if field.nullable or not field.required else [])
        if self.is_exact(field) and "mixed" not in parts:
            parts.append("Absent")
        default = " = Absent::It" if self.is_exact(field) else " = null" if not field.required else self.constant(field)
        return f"{self._about(field)}        public {native(parts)} ${name}{default},"

    def constant(self, field: Field) -> str:
        """What a member always is, where the document says so."""
        is_plain = isinstance(field.type, Scalar) and field.type.kind in {"text", "boolean"}
        is_plain = is_plain and self.parts(field.type) != ["Timestamp"] and not field.nullable
        if not (field.constant and is_plain):
            return ""
        text = field.constant
        return f" = {text}" if text in {"true", "false"} else f" = {literal(_text_of(text))}"

    def _about(self, field: Field) -> str:
        text = self.lines(field.description, 8)
        if self.parts(field.type) in (["array"], ["array", "null"]):
            more = "|null" if field.nullable or not field.required else ""
            more += "|Absent" if self.is_exact(field) else ""
            tag = f"@var {self.documented(field.type)}{more}"
            text = [f"{tag} {text[0]}", *text[1:]] if text else [tag]
        if isinstance(field.type, Reference) and isinstance(self.definitions[field.type.key], UnionDefinition):
            text.append(f"@see {self.class_of(field.type.key)}")
        text += ["", "@deprecated"] if field.deprecated else []
        return comment(text, 8)

    def properties(self, found: ObjectDefinition) -> list[str]:
        """As the constructor of PHP wants them: those with a default behind the others."""
        ordered = sorted(found.fields, key=lambda one: not one.required or bool(self.constant(one)))
        return [self.property(one, self.names[f"fields {found.key}", one.key]) for one in ordered]

    def member(self, field: Field, name: str) -> str:
        codec = self.codec(field.type)
        parts = [literal(field.key), f"'{name}'", f"Codecs::orNull({codec})" if field.nullable else codec]
        if field.required:
            parts.append("true")
        elif self.is_exact(field):
            parts += ["false", "Absent::It"]
        return fitted("new Member", parts, ",", 12)

    def variant(self, found: Variant) -> str:
        tags = ", ".join(map(literal, found.tags))
        return f"            [[{tags}], {self.codec(found.type)}],"

    def models_used(self, found: ObjectDefinition) -> list[str]:
        """What of the runtime a model names."""
        used = {"Model", "Member"} if found.fields else {"Model"}
        told = "\n".join(self.property(one, "x") + self.member(one, "x") for one in found.fields)
        used |= {name for name in ("Absent", "Codecs", "Timestamp", "Upload") if names_class(told, name)}
        return sorted(used)


def is_writable(found: EnumValue) -> bool:
    """Whether PHP can write the number of an enumeration."""
    return isinstance(found.value, str) or -_MOST < found.value < _MOST


def native(parts: list[str]) -> str:
    """As PHP writes it: nothing beside mixed, and a question mark for one type or null."""
    found = list(dict.fromkeys(parts))
    if "mixed" in found:
        return "mixed"
    rest = [one for one in found if one != "null"]
    if len(rest) == len(found):
        return "|".join(found)
    return f"?{rest[0]}" if len(rest) == 1 else "|".join([*rest, "null"])


def _text_of(constant: str) -> str:
    found = json.loads(constant)
    return found if isinstance(found, str) else constant


def names_class(told: str, name: str) -> bool:
    """Whether code names a class, which stands behind a blank, a bar or a question mark there."""
    code = re.sub(r"/\*\*.*?\*/", "", told, flags=re.DOTALL)
    return re.search(rf"(?<![\w\\'$]){name}(?![\w'])", code) is not None
