"""Which definitions a type or a definition names."""

from __future__ import annotations

from collections.abc import Iterable

from a3dav_sdk.model.types import (
    Definition,
    ListOf,
    MapOf,
    Nullable,
    ObjectDefinition,
    Reference,
    Type,
    UnionDefinition,
)


def references(found: Type | None) -> Iterable[str]:
    """The keys of the definitions that a type names."""
    if isinstance(found, Reference):
        yield found.key
    elif isinstance(found, (ListOf, MapOf)):
        yield from references(found.item)
    elif isinstance(found, Nullable):
        yield from references(found.of)


def inner(definition: Definition) -> Iterable[str]:
    if isinstance(definition, ObjectDefinition):
        for field in definition.fields:
            yield from references(field.type)
        yield from references(definition.extra)
    elif isinstance(definition, UnionDefinition):
        for variant in definition.variants:
            yield from references(variant.type)
