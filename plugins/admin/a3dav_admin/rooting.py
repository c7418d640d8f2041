"""The root fields of a mutation: which changes are asked for, and the document that shows one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
)
from graphql.execution.values import get_argument_values, get_directive_values

from a3dav_admin.asking import TYPENAME, Change
from a3dav_admin.errors import TOO_LARGE, GraphError
from a3dav_admin.planning import Invalid, Prepared

if TYPE_CHECKING:
    from a3dav_admin.schema import HouseSchema


def changes_of(schema: HouseSchema, prepared: Prepared, most: int) -> tuple[Change, ...]:
    root, found = schema.graph.mutation_type, dict[str, Change]()
    for node in _fields(prepared, prepared.operation.selection_set):
        key, name = _key(node), node.name.value
        if root is None or key in found:
            continue
        named = name == TYPENAME
        given = {} if named else get_argument_values(root.fields[name], node, prepared.variables)["input"]
        found[key] = Change(key, name, given)
    if len(found) > most:
        raise Invalid([GraphError(f"an operation makes {most} changes at most", TOO_LARGE, limit=most).formatted()])
    return tuple(found.values())


def only(prepared: Prepared, key: str) -> DocumentNode:
    """The document with nothing but the change whose outcome is known by now."""
    whole = prepared.operation
    chosen = tuple(node for node in _fields(prepared, whole.selection_set) if _key(node) == key)
    operation = replace(whole, selection_set=SelectionSetNode(selections=chosen))
    fragments = [node for node in prepared.document.definitions if isinstance(node, FragmentDefinitionNode)]
    return DocumentNode(definitions=(operation, *fragments))


def _key(node: FieldNode) -> str:
    return node.alias.value if node.alias else node.name.value


def _fields(prepared: Prepared, selection: SelectionSetNode) -> Iterator[FieldNode]:
    fragments = {n.name.value: n for n in prepared.document.definitions if isinstance(n, FragmentDefinitionNode)}
    for node in selection.selections:
        if not _is_wanted(prepared, node):
            continue
        if isinstance(node, FieldNode):
            yield node
        elif isinstance(node, InlineFragmentNode):
            yield from _fields(prepared, node.selection_set)
        elif isinstance(node, FragmentSpreadNode):
            yield from _fields(prepared, fragments[node.name.value].selection_set)


def _is_wanted(prepared: Prepared, node: SelectionNode) -> bool:
    skipped = get_directive_values(GraphQLSkipDirective, node, prepared.variables)
    included = get_directive_values(GraphQLIncludeDirective, node, prepared.variables)
    return not (skipped and skipped["if"]) and not (included and included["if"] is False)
