"""Reads an operation and decides whether it is worked on at all: syntax, validity, cost, rights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    MaxIntrospectionDepthRule,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.values import VariableValues, get_variable_values

from a3dav.principals import Identity, Role
from a3dav.registries import STAFF
from a3dav_admin.costs import Scale, size_of
from a3dav_admin.errors import BAD_INPUT, FORBIDDEN, SYNTAX, TOO_COSTLY, TOO_DEEP, TOO_LARGE, VALIDATION, GraphError
from a3dav_admin.settings import AdminSettings

if TYPE_CHECKING:
    from a3dav_admin.schema import HouseSchema

MOST_TOKENS = 4000
MOST_FIELDS = 500
MOST_ERRORS = 10


class Invalid(Exception):
    """What is wrong with an operation, as GraphQL tells it."""

    def __init__(self, errors: Sequence[dict[str, Any]], status: int = 400) -> None:
        super().__init__()
        self.errors, self.status = errors, status


@dataclass(slots=True)
class Prepared:
    """An operation that may be worked on; `facts` are those of the worker that it asks for."""

    document: DocumentNode
    operation: OperationDefinitionNode
    variables: VariableValues
    cost: int
    facts: frozenset[str] = field(default_factory=frozenset)

    @property
    def changes(self) -> bool:
        return self.operation.operation is OperationType.MUTATION


def prepare(
    schema: HouseSchema, settings: AdminSettings, identity: Identity, text: str, variables: Mapping[str, Any],
    operation_name: str | None,
) -> Prepared:  # fmt: skip
    document = _parsed(text)
    size = size_of(document)
    if size.nul:
        raise _refused("no text holds the character 0", BAD_INPUT)
    if size.fields > MOST_FIELDS:
        raise _refused(f"a document has {MOST_FIELDS} fields at most", TOO_LARGE, limit=MOST_FIELDS)
    _validate(schema, document, settings, identity)
    operation = _chosen(document, operation_name)
    known = get_variable_values(
        schema.graph, operation.variable_definitions or (), dict(variables), max_errors=MOST_ERRORS,
        hide_suggestions=not may_introspect(settings, identity.account.role),
    )  # fmt: skip
    if isinstance(known, list):
        raise Invalid([_coded(error, BAD_INPUT) for error in known])
    return _weighed(schema, document, operation, settings, identity, known)


def _parsed(text: str) -> DocumentNode:
    try:
        return parse(text, max_tokens=MOST_TOKENS)
    except GraphQLError as error:
        raise Invalid([_coded(error, SYNTAX)]) from error
    except RecursionError as error:
        raise _refused("the document is nested too deeply", TOO_DEEP) from error


def _validate(schema: HouseSchema, document: DocumentNode, settings: AdminSettings, identity: Identity) -> None:
    curious = may_introspect(settings, identity.account.role)
    rules = [*specified_rules, MaxIntrospectionDepthRule if curious else NoSchemaIntrospectionCustomRule]
    try:
        errors = validate(
            schema.graph, document, list(dict.fromkeys(rules)), max_errors=MOST_ERRORS, hide_suggestions=not curious
        )
    except RecursionError as error:
        raise _refused("the document is nested too deeply", TOO_DEEP) from error
    if errors:
        raise Invalid([_coded(error, VALIDATION) for error in errors])


def may_introspect(settings: AdminSettings, role: Role) -> bool:
    return settings.introspection == "everybody" or (settings.introspection == "staff" and role in STAFF)


def _chosen(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    found = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    chosen = [node for node in found if name is None or (node.name is not None and node.name.value == name)]
    if len(chosen) != 1:
        raise _refused("say with operationName which operation of the document is meant", BAD_INPUT)
    return chosen[0]


def _weighed(
    schema: HouseSchema, document: DocumentNode, operation: OperationDefinitionNode, settings: AdminSettings,
    identity: Identity, variables: VariableValues,
) -> Prepared:  # fmt: skip
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    scale = Scale(schema.graph, fragments, variables.coerced, settings.max_page, identity.account.role)
    weight = scale.weigh(operation)
    if scale.forbidden:
        raise Invalid(
            [GraphError("this is for administrators", FORBIDDEN, fields=sorted(scale.forbidden)).formatted()], 403
        )
    if weight.depth > settings.max_depth:
        said = f"fields are nested {weight.depth} deep, and may be {settings.max_depth} deep"
        raise _refused(said, TOO_DEEP, depth=weight.depth, limit=settings.max_depth)
    if weight.cost > settings.max_cost:
        said = f"this costs {weight.cost}, and {settings.max_cost} is the limit; ask for smaller pages or fewer fields"
        raise _refused(said, TOO_COSTLY, cost=weight.cost, limit=settings.max_cost)
    return Prepared(document, operation, variables, weight.cost, frozenset(scale.wanted))


def _refused(message: str, code: str, **facts: Any) -> Invalid:
    return Invalid([GraphError(message, code, **facts).formatted()])


def _coded(error: GraphQLError, code: str) -> dict[str, Any]:
    told: dict[str, Any] = dict(error.formatted)
    return told | {"extensions": {"code": code}}
