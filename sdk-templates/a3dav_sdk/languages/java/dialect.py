"""What Java decides: names, types, and which files the package has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages.dialect import File
from a3dav_sdk.languages.java.calls import Calls
from a3dav_sdk.languages.java.layout import commented, quoted
from a3dav_sdk.languages.java.reserved import KEYWORDS, OF_METHODS, OF_OBJECT, OF_RECORDS
from a3dav_sdk.model.api import Identity
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.naming.words import camel, pascal, screaming, snake, words_of

_TEMPLATES = {
    "LICENSE": "LICENSE.j2", "README.md": "README.md.j2", "CHANGELOG.md": "CHANGELOG.md.j2", "pom.xml": "pom.xml.j2",
}  # fmt: skip
_CLASSES = {
    "Client": "client", "Identity": "identity", "GraphQl": "graphql", "ProblemTypes": "problems",
    "WebhookTypes": "webhooks", "DavProperties": "dav_properties", "DavConditions": "dav_conditions",
}  # fmt: skip


class Java(Calls):
    name = "java"
    width = 110
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = {
        Kind.TYPE: pascal, Kind.FIELD: camel, Kind.VALUE: screaming, Kind.SERVICE: camel, Kind.CALL: camel,
        Kind.PARAMETER: camel, Kind.CONSTANT: screaming,
    }  # fmt: skip
    words = KEYWORDS
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.FIELD: OF_RECORDS,
        Kind.PARAMETER: OF_RECORDS | OF_METHODS,
        Kind.VALUE: frozenset({"CODEC"}),
        Kind.SERVICE: OF_OBJECT | {"async", "close", "core", "dav", "graphQl"},
        Kind.CALL: OF_OBJECT | {"ask", "async", "asyncRun", "execute", "fetch", "perform"},
    }

    def reserved(self, kind: Kind) -> frozenset[str]:
        return self._reserved[kind]

    @cached_property
    def _reserved(self) -> Mapping[Kind, frozenset[str]]:
        own = {kind: super(Java, self).reserved(kind) for kind in Kind}
        return {**own, Kind.TYPE: own[Kind.TYPE] | self.runtime_names}

    def numbered(self, name: str, number: int) -> str:
        if number == 1:
            return f"{name}Value" if name[0].isupper() and not name.isupper() else f"{name}_"
        return f"{name}_{number}" if name.isupper() else f"{name}{number}"

    def text_literal(self, value: str) -> str:
        return quoted(value)

    def literal(self, value: object) -> str:
        return f"{value}L" if isinstance(value, int) and not isinstance(value, bool) else super().literal(value)

    def doc(self, text: str, indent: int = 0) -> str:
        return commented(self.paragraphs(text, indent), " " * indent)

    def package(self, identity: Identity) -> Mapping[str, str]:
        name = "".join(words_of(identity.name))
        name = name if name not in KEYWORDS and name[0].isalpha() else f"sdk{name}"
        return {"group": f"org.{name}", "artifact": f"{name}-client", "package": f"org.{name}.client"}

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "environment": lambda name: snake(words_of(name)).upper(), "bare": bare, "word": word, "escaped": escaped,
            "request_line": lambda call: bare(f"{call.method} {call.path}"),
            "one_word": lambda name: "".join(words_of(name)),
            **self.filters_of_members(), **self.filters_of_calls(),
        }  # fmt: skip

    def files(self) -> Iterator[File]:
        folder = f"src/main/java/{word(self.packaged['package']).replace('.', '/')}"
        for path, template in _TEMPLATES.items():
            yield File(path, template, {})
        for name, template in _CLASSES.items():
            yield File(f"{folder}/{name}.java", f"{template}.java.j2", {})
        for one in self.api.definitions:
            context = {"definition": self.view(one, "definitions")}
            yield File(f"{folder}/{self.reference(one.key)}.java", f"{one.tag}.java.j2", context)
        for service in self.api.services:
            name = self.names["services types", service.key]
            yield File(f"{folder}/{name}.java", "service.java.j2", {"service": self.view(service, "services")})
            for call in service.calls:
                if any(one.place != "path" for one in call.parameters):
                    context = {"call": self.view(call, f"calls {service.key}")}
                    yield File(f"{folder}/{self.globals[f'parameters {call.key}']}.java", "params.java.j2", context)
        for operation in self.api.graph:
            if operation.variables:
                context = {"call": self.view(operation, "graph")}
                yield File(f"{folder}/{self.globals[f'variables {operation.key}']}.java", "variables.java.j2", context)

    def replacements(self) -> Mapping[str, str]:
        package = word(self.packaged["package"])
        return {"org.a3dav.client": package, "org/a3dav/client": package.replace(".", "/")}


def word(text: str) -> str:
    """A name of ours, or one that can be a name in Java."""
    if not re.fullmatch(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*", text, re.ASCII):
        raise SdkError(f"java: {text!r} is no name of a package")
    return text


def bare(text: str) -> str:
    """Text in a file that is not code, and holds nothing that a reader of Markdown takes for more than text."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def escaped(text: str) -> str:
    """Text in XML."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
