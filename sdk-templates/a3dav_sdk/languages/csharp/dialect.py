"""What C# decides: names, types, and which files the package has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages.csharp.calls import Calls
from a3dav_sdk.languages.csharp.texts import (
    KEYWORDS,
    LOCAL,
    OF_OBJECT,
    OF_PLATFORM,
    cased,
    declared,
    escaped,
    lowered,
    plain,
    quoted,
)
from a3dav_sdk.languages.dialect import File
from a3dav_sdk.model.api import Identity
from a3dav_sdk.model.types import Definition, Scalar
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.naming.words import snake, words_of

_SCALARS = {"text": "string", "integer": "long", "number": "double", "boolean": "bool", "bytes": "byte[]"}
_RENDERED = frozenset({"Identity", "DavProperties", "DavConditions", "ProblemTypes", "WebhookTypes", "Webhooks"})
_ALONE = {
    "LICENSE": "LICENSE.j2", "README.md": "README.md.j2", "CHANGELOG.md": "CHANGELOG.md.j2",
    "src/Identity.cs": "Identity.cs.j2", "src/WebhookTypes.cs": "WebhookTypes.cs.j2",
}  # fmt: skip


class CSharp(Calls):
    name = "csharp"
    width = 140
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = {
        **dict.fromkeys(Kind, cased), Kind.PARAMETER: lowered,
    }  # fmt: skip
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.FIELD: OF_OBJECT | {"Extra", "ExtraType", "Keep", "Kept"},
        Kind.VALUE: OF_OBJECT | {"Raw", "Value"},
        Kind.SERVICE: OF_OBJECT | {"Dav", "Dispose", "GraphQL"},
        Kind.CALL: OF_OBJECT | {"Ask", "Give", "Send"},
        Kind.CONSTANT: OF_OBJECT,
        Kind.PARAMETER: KEYWORDS | LOCAL,
    }

    def identifier(self, kind: Kind, words: tuple[str, ...]) -> str:
        name = super().identifier(kind, words)
        return f"{name}Model" if kind is Kind.TYPE and name in self._taken else name

    @cached_property
    def _taken(self) -> frozenset[str]:
        """Types that files with the usual lines `using` see already."""
        runtime = (file.read_text("utf-8") for file in sorted((self.folder / "runtime").rglob("*.cs")))
        found = declared(self.renamed(text) for text in runtime)
        return found | OF_PLATFORM | _RENDERED | {self.client}

    @property
    def client(self) -> str:
        return self.packaged["prefix"] + "Client"

    def numbered(self, name: str, number: int) -> str:
        if number == 1:
            return f"@{name}" if name in KEYWORDS - LOCAL else f"{name}Value"
        return f"{name}{number}"

    def text_literal(self, value: str) -> str:
        return quoted(value)

    def literal(self, value: object) -> str:
        return f"{value}L" if isinstance(value, int) and not isinstance(value, bool) else super().literal(value)

    def doc(self, text: str, indent: int = 0) -> str:
        return self.element("summary", text, indent)

    def wrapped(self, text: str, prefix: str) -> list[str]:
        """Nothing in a comment may be escaped twice, or be no XML."""
        return super().wrapped(re.sub(r"[\ud800-\udfff\ufffe\uffff]", " ", text), prefix)

    def scalar(self, found: Scalar) -> str:
        return "Timestamp" if found.format == "date-time" and found.kind == "text" else _SCALARS[found.kind]

    def anything(self) -> str:
        return "JToken"

    def list_of(self, item: str) -> str:
        return f"List<{item}>"

    def map_of(self, item: str) -> str:
        return f"Dictionary<string, {item}>"

    def nullable(self, of: str) -> str:
        return of

    def package(self, identity: Identity) -> Mapping[str, str]:
        prefix = cased(words_of(identity.name))
        prefix = f"{prefix}Api" if prefix in OF_PLATFORM or prefix[0].isdigit() else prefix
        return {"package": f"{prefix}.Client", "prefix": prefix}

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "bare": plain, "xml": escaped, "word": _word, "told": self.told, "lines": _lines,
            "environment": lambda name: snake(words_of(name)).upper(),
            "user_agent": lambda identity: quoted(f"{_spoken(identity.name)}-client-csharp/{identity.version}"),
            "request_line": lambda call: plain(f"{call.method} {call.path}"),
            **self.filters_of_members(), **self.filters_of_calls(),
        }  # fmt: skip

    def told(self, text: str, otherwise: str, indent: int) -> str:
        return self.doc(text or otherwise, indent) or self.doc("A part of the interface.", indent)

    def files(self) -> Iterator[File]:
        modules: defaultdict[str, list[Definition]] = defaultdict(list)
        for one in self.api.definitions:
            modules[cased(words_of(one.home))].append(one)
        for module, definitions in sorted(modules.items()):
            context = {"definitions": [self.view(one, "definitions") for one in definitions]}
            yield File(f"src/Models/{module}.cs", "models.cs.j2", context)
        for service in self.api.services:
            view = self.view(service, "services")
            yield File(f"src/Services/{view.type_name}.cs", "service.cs.j2", {"service": view})
        packaged = _word(self.packaged["package"])
        yield File(f"{packaged}.csproj", "csproj.j2", {})
        yield File(f"src/{_word(self.client)}.cs", "client.cs.j2", {})
        for path, template in _ALONE.items():
            yield File(path, template, {})
        for path, found in (
            ("GraphQLOperations", self.api.graph), ("ProblemTypes", self.api.problems),
            ("DavNames", self.api.dav.properties + self.api.dav.conditions),
        ):  # fmt: skip
            if found:
                yield File(f"src/{path}.cs", f"{path}.cs.j2", {})

    def replacements(self) -> Mapping[str, str]:
        return {"A3dav.Client": self.packaged["package"], "A3dav": self.packaged["prefix"]}


def _word(text: str) -> str:
    """A name of ours, with dots between its parts."""
    if not re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", text, re.ASCII):
        raise SdkError(f"csharp: {text!r} is no name of a package")
    return text


def _spoken(name: str) -> str:
    return "".join(words_of(name))


def _lines(text: str) -> str:
    """A string of several lines, each on a line of its own."""
    return "\n                + ".join(quoted(line) for line in text.splitlines(keepends=True)) or '""'
