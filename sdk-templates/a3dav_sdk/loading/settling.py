"""What can be said of definitions only when all are known: tags of unions, and what a request must not ask for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from a3dav_sdk.model.references import inner
from a3dav_sdk.model.types import Definition, Field, ObjectDefinition, Reference, UnionDefinition, Variant


def reached(definitions: dict[str, Definition], starts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = [key for key in starts if key in definitions]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [name for name in inner(definitions[key]) if name in definitions]
    return found


def settled(definitions: dict[str, Definition], sent: Iterable[str], used: Iterable[str]) -> tuple[Definition, ...]:
    """The definitions that are `used`, in the order of their keys; `sent` are those in bodies of requests."""
    in_requests = reached(definitions, sent)
    result = []
    for key in sorted(reached(definitions, used)):
        definition = definitions[key]
        if isinstance(definition, ObjectDefinition) and key in in_requests:
            definition = replace(definition, fields=tuple(_sendable(field) for field in definition.fields))
        if isinstance(definition, UnionDefinition):
            definition = _tagged(definition, definitions)
        result.append(definition)
    return tuple(result)


def _sendable(field: Field) -> Field:
    """Who makes a new one does not know what the server gives it."""
    return replace(field, required=False) if field.read_only else field


def _tagged(union: UnionDefinition, definitions: dict[str, Definition]) -> UnionDefinition:
    member = union.member or _telling(union, definitions)
    if not member:
        return union
    variants = tuple(replace(one, tags=one.tags or _tags(one, member, definitions)) for one in union.variants)
    return replace(union, member=member, variants=variants)


def _fields(variant: Variant, definitions: dict[str, Definition]) -> dict[str, Field]:
    target = definitions.get(variant.type.key) if isinstance(variant.type, Reference) else None
    return {field.key: field for field in target.fields} if isinstance(target, ObjectDefinition) else {}


def _tags(variant: Variant, member: str, definitions: dict[str, Definition]) -> tuple[str, ...]:
    field = _fields(variant, definitions).get(member)
    if field is not None and field.constant.startswith('"'):
        return (json.loads(field.constant),)
    return (variant.key.rpartition("/")[2],)


def _telling(union: UnionDefinition, definitions: dict[str, Definition]) -> str:
    """A required member whose constant differs in each variant, though nobody called it a discriminator."""
    each = [_fields(variant, definitions) for variant in union.variants]
    for name, field in each[0].items():
        constants = [fields[name].constant for fields in each if name in fields and fields[name].required]
        texts = {constant for constant in constants if constant.startswith('"')}
        if field.constant and len(texts) == len(each):
            return name
    return ""
