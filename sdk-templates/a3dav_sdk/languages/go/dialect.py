"""What Go decides: names, types, and which files the package has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages.dialect import File
from a3dav_sdk.languages.go.calls import LOCAL, Calls
from a3dav_sdk.languages.go.layout import joined, of, plain, quoted
from a3dav_sdk.languages.go.tables import Tables
from a3dav_sdk.model.api import Identity
from a3dav_sdk.model.types import Definition, ObjectDefinition, Scalar
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.naming.words import pascal, snake, words_of

_INITIALISMS = frozenset(
    "acl api ascii cpu css csv dav dns eof guid html http https id ip js json jwt ldap oauth pdf qps rpc sla smtp sql "
    "ssh tcp tls totp ttl udp ui uid uri url utc utf8 uuid vcard vm xml xsrf xss".split()
)
_SPELT = {
    "ids": "IDs", "urls": "URLs", "uris": "URIs", "uuids": "UUIDs", "oauth": "OAuth", "vcard": "VCard",
    "graphql": "GraphQL", "etag": "ETag", "getetag": "GetETag", "ctag": "CTag", "getctag": "GetCTag",
    "jscalendar": "JSCalendar",
    "jscontact": "JSContact", "icalendar": "ICalendar", "caldav": "CalDAV", "carddav": "CardDAV", "webdav": "WebDAV",
    "displayname": "DisplayName", "resourcetype": "ResourceType", "creationdate": "CreationDate",
    "getcontentlength": "GetContentLength", "getcontenttype": "GetContentType", "getlastmodified": "GetLastModified",
    "lockdiscovery": "LockDiscovery", "supportedlock": "SupportedLock", "calendarserver": "CalendarServer",
}  # fmt: skip
_SCALARS = {"text": "string", "integer": "int64", "number": "float64", "boolean": "bool", "bytes": "[]byte"}
_TEMPLATES = {
    "LICENSE": "LICENSE.j2", "README.md": "README.md.j2", "CHANGELOG.md": "CHANGELOG.md.j2", "go.mod": "go.mod.j2",
    "doc.go": "doc.go.j2", "client.go": "client.go.j2", "identity.go": "identity.go.j2",
    "webhook_types.go": "webhook_types.go.j2",
}  # fmt: skip


_KINDS = {"object": "an object of the interface", "enum": "one of several values", "union": "one of several types"}


def go_case(words: tuple[str, ...]) -> str:
    return "".join(_SPELT.get(word) or (word.upper() if word in _INITIALISMS else pascal((word,))) for word in words)


class Go(Calls, Tables):
    name = "go"
    indent = "\t"
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = dict.fromkeys(Kind, go_case)
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.FIELD: frozenset({"Extra", "MarshalJSON", "UnmarshalJSON"}),
        Kind.SERVICE: frozenset({"Close", "DAV", "GraphQL"}),
        Kind.CALL: frozenset({"Do"}),
    }

    def reserved(self, kind: Kind) -> frozenset[str]:
        return super().reserved(kind) | (self.exported if kind is Kind.TYPE else frozenset())

    def numbered(self, name: str, number: int) -> str:
        return f"{name}Value" if number == 1 else f"{name}{number}"

    def text_literal(self, value: str) -> str:
        return quoted(value)

    def doc(self, text: str, indent: int = 0) -> str:
        return "".join(f"{line}\n" for line in self.wrapped(plain(text), "\t" * indent + "// "))

    def scalar(self, found: Scalar) -> str:
        return "DateTime" if found.format == "date-time" and found.kind == "text" else _SCALARS[found.kind]

    def anything(self) -> str:
        return "any"

    def list_of(self, item: str) -> str:
        return f"[]{item}"

    def map_of(self, item: str) -> str:
        return f"map[string]{item}"

    def nullable(self, of: str) -> str:
        return of if of == "any" else f"Opt[{of}]"

    def package(self, identity: Identity) -> Mapping[str, str]:
        package = "".join(words_of(identity.name))
        package = f"{package}client" if package in LOCAL or not package[0].isalpha() else package
        return {"module": f"github.com/{package}/{package}-go", "package": package}

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "global": lambda key: self.globals[key], "joined": joined,
            "environment": lambda name: snake(words_of(name)).upper(),
            "spoken": lambda key: " ".join(words_of(key)), "bare": self.bare,
            "request_line": lambda call: self.bare(f"{call.method} {call.path}").removesuffix("."),
            "word": _word, "path": _path, "titled": self.titled,
            **self.filters_of_members(), **self.filters_of_calls(), **self.filters_of_tables(),
        }  # fmt: skip

    def titled(self, found: Definition) -> str:
        """The comment of a type."""
        text = (
            self.doc(of(self.reference(found.key), found.description))
            or f"// {self.reference(found.key)} is {_KINDS[found.tag]}.\n"
        )
        old = isinstance(found, ObjectDefinition) and found.deprecated
        return text + ("//\n// Deprecated: it may go away.\n" if old else "")

    def bare(self, text: str) -> str:
        """Text in a file that is not code, and holds nothing that a reader of Markdown takes for more than text."""
        return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))

    def files(self) -> Iterator[File]:
        modules: defaultdict[str, list[Definition]] = defaultdict(list)
        for one in self.api.definitions:
            modules[snake(words_of(one.home))].append(one)
        for module, definitions in sorted(modules.items()):
            context = {"definitions": [self.view(one, "definitions") for one in definitions]}
            yield File(f"{module}_models.go", "models.go.j2", context)
        for service in self.api.services:
            context = {"service": self.view(service, "services")}
            yield File(f"{snake(words_of(service.key))}_service.go", "service.go.j2", context)
        for path, template in _TEMPLATES.items():
            yield File(path, template, {})
        for path, template, found in (
            ("graphql_operations.go", "graphql.go.j2", self.api.graph),
            ("problem_types.go", "problems.go.j2", self.api.problems),
            ("dav_names.go", "dav.go.j2", self.api.dav.properties + self.api.dav.conditions),
        ):  # fmt: skip
            if found:
                yield File(path, template, {})

    def replacements(self) -> Mapping[str, str]:
        return {"a3dav": self.packaged["package"]}


def _word(text: str) -> str:
    """A word of ours, or a name that is one in Go."""
    if not re.fullmatch(r"[a-z][a-z0-9]*", text):
        raise SdkError(f"go: {text!r} is no name of a package")
    return text


def _path(text: str) -> str:
    if not re.fullmatch(r"[\w.~/-]+", text, re.ASCII):
        raise SdkError(f"go: {text!r} is no path of a module")
    return text
