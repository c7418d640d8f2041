"""What JavaScript and TypeScript have in common: names, files, and what their templates ask for."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from a3dav_sdk.languages.dialect import File
from a3dav_sdk.languages.javascript.calls import Calls
from a3dav_sdk.languages.javascript.markdown import call_keys, line, paragraph, request_line
from a3dav_sdk.languages.javascript.vocabulary import CALLING, RESERVED, TYPES
from a3dav_sdk.model.api import GraphCall, Identity, Service
from a3dav_sdk.model.types import Definition
from a3dav_sdk.naming.plan import PACKAGE, Kind
from a3dav_sdk.naming.words import camel, pascal, words_of


class EcmaScript(Calls):
    indent = "  "
    width = 120
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = {
        Kind.TYPE: pascal, Kind.FIELD: camel, Kind.VALUE: pascal, Kind.SERVICE: camel, Kind.CALL: camel,
        Kind.PARAMETER: camel, Kind.CONSTANT: camel,
    }  # fmt: skip
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.TYPE: TYPES,
        Kind.SERVICE: frozenset({"close", "constructor", "dav", "graphql", "request"}),
        Kind.CALL: frozenset({"constructor", "run"}),
        Kind.PARAMETER: RESERVED | CALLING,
    }

    def graph_name(self, call: GraphCall) -> str:
        key = f"variables {call.key}"
        return self.kept(PACKAGE, {key: pascal((*call.words, "variables"))})[key]

    # Files

    @property
    def folder(self) -> Path:
        return Path(__file__).parent

    def runtime(self) -> Iterator[tuple[str, bytes]]:
        for path, data in super().runtime():
            yield f"src/runtime/{path}", data

    def replacements(self) -> Mapping[str, str]:
        name = self.api.identity.name
        return {} if name == "a3dav" else {"A3dav": pascal(words_of(name)), "A3DAV": name.upper(), "a3dav": name}

    def package(self, identity: Identity) -> Mapping[str, str]:
        return {
            "name": f"@{identity.name}/{self.suffix}".replace("_", "-"),
            "agent": f"{identity.name}-client-{self.name}",
        }

    @property
    @abstractmethod
    def suffix(self) -> str:
        """The second half of the package's name."""

    @property
    @abstractmethod
    def extension(self) -> str: ...

    def files(self) -> Iterator[File]:
        end, identity = self.extension, self.api.identity
        package = {**self.package(identity), **identity.packages.get(self.name, {})}
        opening, closing = self.constant
        context = {
            "agent": f"{package['agent']}/{identity.version}", "opening": opening, "closing": closing,
            "environment": identity.name.upper(), "summary": identity.summary or identity.title,
            "webhook_union": self.webhooks(),
        }  # fmt: skip
        for name in ("client", "index", "models", "webhooks", "graphql", "dav"):
            yield File(f"src/{name}.{end}", f"{name}.{end}.j2", context)
        for service in self.api.services:
            inner = {"service": self.view(service, "services")}
            yield File(f"src/services/{self.file_name(service.key)}.{end}", f"service.{end}.j2", inner)
        for path, template in self.own_files().items():
            yield File(path, template, context)

    def webhooks(self) -> str:
        parts = [f"({{ type: {self.literal(one.key)} }} & {self.said(one.type)})" for one in self.api.webhooks]
        return self.alternatives([*parts, "UnknownVariant<'type'>"], self.webhook_start)

    @property
    @abstractmethod
    def constant(self) -> tuple[str, str]:
        """What stands around an object whose values do not change."""

    @property
    @abstractmethod
    def webhook_start(self) -> str: ...

    @abstractmethod
    def shaped(self, found: Definition) -> str:
        """The declaration of a type."""

    @abstractmethod
    def imports(self, service: Service) -> list[str]: ...

    @abstractmethod
    def own_files(self) -> Mapping[str, str]:
        """What belongs to the package itself."""

    def file_name(self, key: str) -> str:
        """Of a service; a name that no file system dislikes."""
        return "-".join(words_of(self.names["services", key]))

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "shaped": self.shaped, "imports": self.imports, "request": self.request, "listed": self.optional_parameters,
            "verb": self.verb, "pagination": self.pagination, "file": self.file_name,
            "json": lambda text: json.dumps(text, ensure_ascii=False), "word": str, "line": line,
            "paragraph": paragraph, "request_line": request_line, "call_keys": call_keys, "template": self.template,
            "entry": self.entry,
        }  # fmt: skip
