"""What PHP decides: names, and which files the package has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages.dialect import File
from a3dav_sdk.languages.php.calls import MODELS, Calls
from a3dav_sdk.languages.php.text import literal, markdown, quoted_json, request_line
from a3dav_sdk.languages.php.types import is_writable
from a3dav_sdk.model.api import Api, GraphCall, Identity, Problem
from a3dav_sdk.model.types import Definition, UnionDefinition
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.naming.words import camel, pascal, screaming, words_of

_KEYWORDS = frozenset(
    "abstract and array as bool break callable case catch class clone const continue declare default die do echo else "
    "elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends false final finally "
    "float fn for foreach function global goto if implements include instanceof insteadof int interface isset iterable "
    "list match mixed namespace never new null numeric object or parent print private protected public readonly "
    "require resource return self static string switch this throw trait true try unset use var void while xor "
    "yield".split()
)
_RUNTIME = frozenset({"absent", "codecs", "member", "model", "timestamp", "union", "oneof", "upload"})
_TEMPLATES = {
    "composer.json": "composer.json.j2", "README.md": "README.md.j2", "CHANGELOG.md": "CHANGELOG.md.j2",
    "LICENSE": "LICENSE.j2", "src/About.php": "about.php.j2", "src/Client.php": "client.php.j2",
    "src/WebhookTypes.php": "webhook_types.php.j2", "src/ProblemTypes.php": "problems.php.j2",
}  # fmt: skip
_TOLD = {
    "Properties": "Properties of DAV, by what they are called.",
    "Conditions": "Preconditions of DAV: what `conditions` of an error may hold.",
}


class AnyCase(frozenset[str]):
    """Names of classes and methods are the same in capitals and in small letters."""

    def __contains__(self, name: object) -> bool:
        return super().__contains__(str(name).lower())


class Php(Calls):
    name = "php"
    width = 118
    cases: ClassVar[Mapping[Kind, Callable[[tuple[str, ...]], str]]] = {
        Kind.TYPE: pascal, Kind.FIELD: camel, Kind.VALUE: pascal, Kind.SERVICE: camel, Kind.CALL: camel,
        Kind.PARAMETER: camel, Kind.CONSTANT: screaming,
    }  # fmt: skip
    words_of: ClassVar[Mapping[Kind, frozenset[str]]] = {
        Kind.TYPE: AnyCase(_KEYWORDS | _RUNTIME), Kind.VALUE: AnyCase({"class"}), Kind.CONSTANT: AnyCase({"class"}),
        Kind.FIELD: AnyCase({"extra", "this"}), Kind.CALL: AnyCase({"execute"}),
        Kind.SERVICE: AnyCase({"core", "dav", "graphql", "this"}),
        Kind.PARAMETER: AnyCase({"body", "call", "options", "this"}),
    }  # fmt: skip

    def reserved(self, kind: Kind) -> frozenset[str]:
        return self.words_of[kind]

    def numbered(self, name: str, number: int) -> str:
        if name.isupper():
            return f"{name}_VALUE" if number == 1 else f"{name}_{number}"
        return f"{name}Value" if number == 1 else f"{name}{number}"

    def package(self, identity: Identity) -> Mapping[str, str]:
        words = words_of(identity.name)
        root = pascal(words if not words[0][:1].isdigit() else ("n", *words))
        return {"package": f"{'-'.join(words)}/client", "namespace": f"{root}\\Client"}

    @property
    def namespace(self) -> str:
        found = self.packaged["namespace"]
        if not all(part.isidentifier() and part.isascii() for part in found.split("\\")):
            raise SdkError(f"php: {found!r} is no namespace")
        return found

    def replacements(self) -> Mapping[str, str]:
        doubled = self.namespace.replace("\\", "\\\\")
        return {"A3dav\\\\Client": doubled, "A3dav\\Client": self.namespace}

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            "signature": self.signature, "returned": self.returned, "told": self.told, "needed": self.needed,
            "done": self.done, "used": self.used, "properties": self.properties, "member": self.member,
            "variant": self.variant, "models_used": self.models_used, "writable": is_writable,
            "codec": lambda found: self.codec(found, MODELS), "told_plainly": str,
            "graph_signature": self.graph_signature, "graph_given": self.graph_given,
            "graph_returned": self.graph_returned, "graph_told": self.graph_told, "graph_used": self.graph_used,
            "union_told": self.union_told, "about_problem": self.about_problem, "markdown": markdown,
            "deprecated": self.deprecated,
            "json": quoted_json, "request_line": lambda call: request_line(call.method, call.path),
            "environment": lambda name: screaming(words_of(name)), "namespace": lambda _: self.namespace,
            "namespace_prefix": lambda _: quoted_json(f"{self.namespace}\\"),
            "knows": _knows, "agent": lambda one: literal(f"{one.name}-client-php/{one.version}"),
            "summary": lambda one: one.summary or f"A client of {one.title}.",
        }  # fmt: skip

    def deprecated(self, found: Any) -> str:
        """The comment of a class."""
        tag = "\n\n@deprecated" if found.deprecated else ""
        return self.doc((found.description + tag).lstrip()).replace("&#64;deprecated", "@deprecated")

    def union_told(self, found: UnionDefinition) -> str:
        kinds = [self.documented(one.type) for one in found.variants]
        return self.doc(f"{found.description}\n\nOne of: {', '.join(kinds)}; or JSON as it came.".lstrip())

    def about_problem(self, problem: Problem) -> str:
        return self.doc(" ".join(part for part in (problem.title, problem.description) if part), 4)

    def graph_used(self, calls: list[GraphCall]) -> list[str]:
        code = "".join(self.graph_signature(one) for one in calls)
        return sorted(self.mentioned(code) & {"Absent", "Timestamp", "Upload"})

    def files(self) -> Iterator[File]:
        for one in self.api.definitions:
            context = {"definition": self.view(one, "definitions")}
            yield File(f"src/Models/{self.class_of(one.key)}.php", _model_template(one), context)
        for service in self.api.services:
            path = f"src/Services/{self.names['services types', service.key]}.php"
            yield File(path, "service.php.j2", {"service": self.view(service, "services")})
        for path, template in _TEMPLATES.items():
            yield File(path, template, {})
        for name, found in (("Properties", self.api.dav.properties), ("Conditions", self.api.dav.conditions)):
            context = {"entries": self.view(found, name.lower()), "title": name, "about": _TOLD[name]}
            yield File(f"src/Dav/{name}.php", "names.php.j2", context)
        if self.api.graph:
            yield File("src/GraphQL.php", "graphql.php.j2", {})


def _model_template(found: Definition) -> str:
    return {"object": "model.php.j2", "enum": "enum.php.j2", "union": "union.php.j2"}[found.tag]


def _knows(api: Api, *keys: str) -> bool:
    """Whether an interface has these calls, which an example needs."""
    return set(keys) <= {call.key for service in api.services for call in service.calls}
