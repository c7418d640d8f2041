"""Mutations as fields of the schema; what they do was done before they are shown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from a3dav.principals import Role
from a3dav.registries import GraphMutation, Subject
from a3dav_admin.extending import input_about, output
from a3dav_admin.making import SUBJECTS
from a3dav_admin.outcomes import Outcome
from a3dav_admin.types.collections import Collection
from a3dav_admin.types.connections import Info
from a3dav_admin.types.payloads import CollectionPayload, Done, ErrorCode, MutationError, PrincipalPayload
from a3dav_admin.types.principals import Principal

if TYPE_CHECKING:
    from a3dav.house import House


def mutation_type(house: House) -> type[Any] | None:
    fields = [_mutation(mutation) for mutation in house.graph_table.mutations.values()]
    said = "Changes, made in the order in which they were sent; each stands or falls alone."
    return create_type("Mutation", fields, description=said) if fields else None


def _mutation(mutation: GraphMutation) -> StrawberryField:
    payload, what = _payload(mutation.gives)

    def resolve(root: Any, info: Info, input: Any) -> Any:  # noqa: A002
        del root, input  # the change was made
        outcome: Outcome = info.context.outcomes[str(info.path.key)]
        errors = [MutationError(code=ErrorCode(e.code), field=e.field, message=e.message) for e in outcome.errors]
        return payload(errors=errors, **{what: _shown(mutation.gives, outcome)})

    kind: Any = mutation.given
    given = input_about(kind, SUBJECTS[mutation.of])
    resolve.__annotations__ = {"info": Info, "input": given, "return": payload | None}
    made: StrawberryField = strawberry.field(
        resolver=resolve, description=mutation.description, metadata={"roles": _roles(mutation)}
    )
    made.python_name = mutation.name
    return made


def _roles(mutation: GraphMutation) -> frozenset[Role]:
    alone = mutation.administrators or mutation.of is Subject.SERVER
    return frozenset({Role.ADMIN}) if alone else frozenset({Role.ADMIN, Role.OWNER})


@cache
def _payload(gives: Any) -> tuple[Any, str]:
    if gives is Subject.PRINCIPAL:
        return PrincipalPayload, "principal"
    if gives is Subject.COLLECTION:
        return CollectionPayload, "collection"
    if gives is None:
        return Done, "done"
    fields = [
        _named(gives.__name__[0].lower() + gives.__name__[1:], output(gives) | None),
        _named("errors", list[MutationError]),
    ]
    return create_type(f"{gives.__name__}Payload", fields), fields[0].python_name


def _named(name: str, kind: Any) -> StrawberryField:
    made: StrawberryField = strawberry.field(name=name)
    made.python_name, made.type = name, kind
    return made


def _shown(gives: Any, outcome: Outcome) -> Any:
    if gives is None:
        return not outcome.errors
    if outcome.errors or outcome.value is None:
        return None
    if gives is Subject.PRINCIPAL:
        return Principal(account=outcome.value)
    return Collection(resource=outcome.value) if gives is Subject.COLLECTION else outcome.value
