"""What an operation may cost, reckoned before anything is asked: fields, pages multiplied, aliases counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    Node,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableNode,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from a3dav.principals import Role
from a3dav_admin.pages import DEFAULT

INTROSPECTION = 1000
COUNTING = 10
MOST = 10
"""Values of a list that says nothing of itself."""
_PAGED = {"edges", "nodes"}


@dataclass(slots=True, frozen=True)
class Weight:
    cost: int = 0
    depth: int = 0

    def beside(self, other: Weight) -> Weight:
        return Weight(self.cost + other.cost, max(self.depth, other.depth))


@dataclass
class Scale:
    """Weighs an operation that is valid; each fragment once, wherever it is spread."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    most_page: int
    role: Role
    forbidden: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    _known: dict[tuple[str, int], Weight] = field(default_factory=dict)

    def weigh(self, operation: OperationDefinitionNode) -> Weight:
        root = self.schema.get_root_type(operation.operation)
        return self._selection(operation.selection_set, root, 1) if root is not None else Weight()

    def _selection(self, selection: SelectionSetNode, of: Any, size: int) -> Weight:
        """`size` is that of the page whose edges and nodes may be chosen here."""
        found = Weight()
        for node in selection.selections:
            if isinstance(node, FieldNode):
                found = found.beside(self._field(node, of, size))
            elif isinstance(node, InlineFragmentNode):
                found = found.beside(self._selection(node.selection_set, of, size))
            elif isinstance(node, FragmentSpreadNode):
                found = found.beside(self._fragment(node.name.value, of, size))
        return found

    def _fragment(self, name: str, of: Any, size: int) -> Weight:
        if (name, size) not in self._known:
            self._known[name, size] = self._selection(self.fragments[name].selection_set, of, size)
        return self._known[name, size]

    def _field(self, node: FieldNode, of: Any, size: int) -> Weight:
        name = node.name.value
        if name.startswith("__"):
            return Weight(0 if name == "__typename" else INTROSPECTION, 1)
        declared = of.fields[name] if isinstance(of, GraphQLObjectType) else None
        if declared is None:
            return Weight(1, 1)
        self._look_at(of, name, declared)
        inner = get_named_type(declared.type)
        if node.selection_set is None or is_leaf_type(inner):
            return Weight(COUNTING if name == "totalCount" else 1, 1)
        paged = "first" in declared.args
        below = self._selection(node.selection_set, inner, self._page(node) if paged else size)
        times = size if name in _PAGED and of.name.endswith("Connection") else 1 if paged else _length(declared)
        return Weight(1 + times * below.cost, below.depth + 1)

    def _look_at(self, of: GraphQLObjectType, name: str, declared: GraphQLField) -> None:
        metadata = metadata_of(declared)
        if self.role not in metadata.get("roles", Role):
            self.forbidden.add(f"{of.name}.{name}")
        if "fact" in metadata:
            self.wanted.add(metadata["fact"])

    def _page(self, node: FieldNode) -> int:
        asked = [
            self._value(argument.value) for argument in node.arguments or () if argument.name.value in {"first", "last"}
        ]
        sizes = [size for size in asked if size is not None]
        return min(max([0, *sizes]), self.most_page) if sizes else min(DEFAULT, self.most_page)

    def _value(self, node: Any) -> int | None:
        if isinstance(node, VariableNode):
            value = self.variables.get(node.name.value, self.most_page)  # its default may be anything
            return value if type(value) is int else self.most_page if value is not None else None
        return int(node.value) if isinstance(node, IntValueNode) else None


def metadata_of(declared: GraphQLField) -> Mapping[str, Any]:
    definition = declared.extensions.get("strawberry-definition")
    return definition.metadata if definition is not None else {}


def _length(declared: GraphQLField) -> int:
    kind = declared.type.of_type if is_non_null_type(declared.type) else declared.type
    return int(metadata_of(declared).get("most", MOST)) if is_list_type(kind) else 1


@dataclass(slots=True)
class Size:
    """What validation has to compare, and whether a text holds what no store keeps."""

    fields: int = 0
    nul: bool = False


def size_of(document: Node) -> Size:
    found, waiting = Size(), [document]
    while waiting:
        node = waiting.pop()
        found.fields += isinstance(node, FieldNode | FragmentSpreadNode | ListValueNode | ObjectValueNode)
        found.nul = found.nul or (isinstance(node, StringValueNode) and "\0" in node.value)
        for key in node.keys:
            inner = getattr(node, key, None)
            if isinstance(inner, list | tuple):
                waiting += [one for one in inner if isinstance(one, Node)]
            elif isinstance(inner, Node):
                waiting.append(inner)
    return found
