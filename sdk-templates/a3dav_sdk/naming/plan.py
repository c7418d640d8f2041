"""Gives a name in one language to everything in a model that a user of an SDK may write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import Any, ClassVar, Protocol

from a3dav_sdk.model.api import Api
from a3dav_sdk.model.types import EnumDefinition, ObjectDefinition, UnionDefinition
from a3dav_sdk.naming.lock import Lock


class Kind(Enum):
    """What a name is for; a language has a case and reserved words for each."""

    TYPE = auto()
    FIELD = auto()
    VALUE = auto()
    SERVICE = auto()
    CALL = auto()
    PARAMETER = auto()
    CONSTANT = auto()


class Named(Protocol):
    """What a language says about names."""

    name: ClassVar[str]

    def identifier(self, kind: Kind, words: tuple[str, ...]) -> str: ...
    def numbered(self, name: str, number: int) -> str: ...
    def reserved(self, kind: Kind) -> frozenset[str]: ...


PACKAGE = "package"
Names = dict[tuple[str, str], str]
Scope = tuple[str, Kind, Sequence[tuple[str, tuple[str, ...]]]]


def plan(api: Api, language: Named, lock: Lock) -> Names:
    """(scope, key) → name; a name that the lock knows stays what it was."""
    names: Names = {}
    for scope, kind, wanted in _scopes(api):
        wished = [(key, _unreserved(language, kind, words)) for key, words in sorted(wanted)]
        given = lock.name(language.name, scope, wished, language.numbered, following(scope))
        names.update({(scope, key): name for key, name in given.items()})
    return names


def following(scope: str) -> str:
    """Where the lock has the names that follow from those of a scope, and stand beside them: `EventsListParams`."""
    return PACKAGE if scope in {"definitions", "services types"} else f"following {scope}"


def _unreserved(language: Named, kind: Kind, words: tuple[str, ...]) -> str:
    name = language.identifier(kind, words)
    return language.numbered(name, 1) if name in language.reserved(kind) else name


def _scopes(api: Api) -> Iterator[Scope]:
    yield "definitions", Kind.TYPE, _pairs(api.definitions)
    yield "services", Kind.SERVICE, _pairs(api.services)
    yield "services types", Kind.TYPE, [(one.key, (*one.words, "service")) for one in api.services]
    yield "problems", Kind.CONSTANT, _pairs(api.problems)
    yield "webhooks", Kind.CONSTANT, _pairs(api.webhooks)
    yield "graph", Kind.CALL, _pairs(api.graph)
    for call in api.graph:
        yield f"variables {call.key}", Kind.PARAMETER, _pairs(call.variables)
    yield from _inside(api)
    yield "methods", Kind.CONSTANT, _pairs(api.dav.methods)
    yield "properties", Kind.CONSTANT, [(one.key, one.words) for one in api.dav.properties]
    yield "conditions", Kind.CONSTANT, _pairs(api.dav.conditions)


def _inside(api: Api) -> Iterator[Scope]:
    for one in api.definitions:
        if isinstance(one, ObjectDefinition):
            yield f"fields {one.key}", Kind.FIELD, _pairs(one.fields)
        elif isinstance(one, EnumDefinition):
            yield f"values {one.key}", Kind.VALUE, _pairs(one.values)
        elif isinstance(one, UnionDefinition):
            yield f"variants {one.key}", Kind.TYPE, _pairs(one.variants)
    for service in api.services:
        yield f"calls {service.key}", Kind.CALL, _pairs(service.calls)
        for call in service.calls:
            yield f"parameters {call.key}", Kind.PARAMETER, _pairs(call.parameters)


def _pairs(found: Iterable[Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.key, one.words) for one in found]
