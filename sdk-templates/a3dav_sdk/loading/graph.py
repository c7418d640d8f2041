"""Operations of GraphQL, checked against the schema; their results follow their selection sets."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableDefinitionNode,
    build_schema,
    parse,
    print_ast,
    type_from_ast,
    validate,
    value_from_ast_untyped,
)
from graphql.error import GraphQLError

from a3dav_sdk.errors import SdkError
from a3dav_sdk.loading.schemas import bare
from a3dav_sdk.model.api import GraphCall
from a3dav_sdk.model.types import (
    ANY,
    TEXT,
    Definition,
    EnumDefinition,
    EnumValue,
    Field,
    ListOf,
    Nullable,
    ObjectDefinition,
    Reference,
    Scalar,
    Type,
    UnionDefinition,
    Variant,
)
from a3dav_sdk.naming.words import words_of

_SCALARS = {
    "String": TEXT, "ID": TEXT, "Int": Scalar("integer", "int32"), "Float": Scalar("number"),
    "Boolean": Scalar("boolean"),
    "DateTime": Scalar("text", "date-time"), "Date": Scalar("text", "date"),
    "BigInt": Scalar("integer", "int64"), "Int64": Scalar("integer", "int64"),
}  # fmt: skip
_TYPENAME = "__typename"


def graph_of(schema_file: Path, folder: Path) -> tuple[tuple[GraphCall, ...], tuple[Definition, ...]]:
    """Each file of the folder may hold one operation with its fragments."""
    try:
        schema = build_schema(schema_file.read_text("utf-8"))
    except (OSError, GraphQLError) as error:
        raise SdkError(f"{schema_file}: {error}") from error
    reader = _Reader(schema)
    calls = [reader.call(file) for file in sorted(folder.glob("*.graphql"))]
    return tuple(calls), tuple(reader.definitions[key] for key in sorted(reader.definitions))


@dataclass
class _Reader:
    schema: GraphQLSchema
    definitions: dict[str, Definition] = field(default_factory=dict)
    fragments: dict[str, FragmentDefinitionNode] = field(default_factory=dict)
    home: str = ""

    def call(self, file: Path) -> GraphCall:
        try:
            document = parse(file.read_text("utf-8"))
        except (OSError, GraphQLError) as error:
            raise SdkError(f"{file}: {error}") from error
        wrong = validate(self.schema, document)
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        if wrong or len(operations) != 1 or operations[0].name is None:
            raise SdkError(f"{file}: {wrong[0].message if wrong else 'one operation with a name stands in a file'}")
        operation, name = operations[0], operations[0].name.value
        self.fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self.home = f"graph/{name}"
        root = self.schema.get_root_type(operation.operation)
        assert root is not None
        result = self._selected(root, [operation.selection_set], f"graph/{name}", (*words_of(name), "result"))
        return GraphCall(
            name, words_of(name), "query" if operation.operation.value == "query" else "mutation", print_ast(document),
            tuple(self._variable(one) for one in operation.variable_definitions or ()), result, _comment(file),
        )  # fmt: skip

    def _variable(self, node: VariableDefinitionNode) -> Field:
        name, default = node.variable.name.value, node.default_value
        found = type_from_ast(self.schema, node.type)
        type_ = self._input(found)
        required = isinstance(found, GraphQLNonNull) and default is None
        told = json.dumps(value_from_ast_untyped(default), sort_keys=True) if default is not None else ""
        return Field(name, words_of(name), bare(type_), required, isinstance(type_, Nullable), default=told)

    def _input(self, found: object) -> Type:
        if isinstance(found, GraphQLNonNull):
            return bare(self._input(found.of_type))
        if isinstance(found, GraphQLList):
            return Nullable(ListOf(self._input(found.of_type)))
        if isinstance(found, GraphQLInputObjectType):
            self._input_object(found)
            return Nullable(Reference(f"graph/{found.name}"))
        return Nullable(self._leaf(found))

    def _input_object(self, found: GraphQLInputObjectType) -> None:
        key = f"graph/{found.name}"
        if key in self.definitions:
            return
        self.definitions[key] = ObjectDefinition(key, "graph", words_of(found.name), found.description or "", ())
        fields = []
        for name, one in found.fields.items():
            type_ = self._input(one.type)
            required = (
                isinstance(one.type, GraphQLNonNull) and one.ast_node is not None and one.ast_node.default_value is None
            )
            fields.append(
                Field(name, words_of(name), bare(type_), required, isinstance(type_, Nullable), one.description or "")
            )
        self.definitions[key] = ObjectDefinition(
            key, "graph", words_of(found.name), found.description or "", tuple(fields)
        )

    def _leaf(self, found: object) -> Type:
        if isinstance(found, GraphQLEnumType):
            key, words = f"graph/{found.name}", ("graph", *words_of(found.name))
            values = tuple(
                EnumValue(json.dumps(name), words_of(name), name, one.description or "")
                for name, one in found.values.items()
            )
            self.definitions[key] = EnumDefinition(key, "graph", words, found.description or "", "text", True, values)
            return Reference(key)
        return _SCALARS.get(found.name, ANY) if isinstance(found, GraphQLScalarType) else ANY

    def _output(self, found: object, sets: list[SelectionSetNode], key: str, words: tuple[str, ...]) -> Type:
        if isinstance(found, GraphQLNonNull):
            return bare(self._output(found.of_type, sets, key, words))
        if isinstance(found, GraphQLList):
            return Nullable(ListOf(self._output(found.of_type, sets, key, words)))
        if isinstance(found, (GraphQLObjectType, GraphQLInterfaceType, GraphQLUnionType)):
            return Nullable(self._selected(found, sets, key, words))
        return Nullable(self._leaf(found)) if self._leaf(found) != ANY else ANY

    def _selected(
        self, found: GraphQLNamedType, sets: list[SelectionSetNode], key: str, words: tuple[str, ...]
    ) -> Type:
        if isinstance(found, GraphQLObjectType):
            self.definitions[key] = self._object(found, sets, key, words)
            return Reference(key)
        assert isinstance(found, GraphQLInterfaceType | GraphQLUnionType)
        variants = []
        for one in sorted(self.schema.get_possible_types(found), key=lambda each: each.name):
            inner = f"{key}/{one.name}"
            self.definitions[inner] = self._object(one, sets, inner, (*words, *words_of(one.name)))
            variants.append(Variant(inner, words_of(one.name), (one.name,), Reference(inner)))
        self.definitions[key] = UnionDefinition(
            key, self.home, words, found.description or "", _TYPENAME, tuple(variants)
        )
        return Reference(key)

    def _object(
        self, found: GraphQLObjectType, sets: list[SelectionSetNode], key: str, words: tuple[str, ...]
    ) -> ObjectDefinition:
        wanted: dict[str, tuple[FieldNode, list[SelectionSetNode]]] = {}
        for chosen in sets:
            self._gather(found, chosen, wanted)
        fields = []
        for name, (node, inside) in wanted.items():
            if node.name.value == _TYPENAME:
                fields.append(Field(name, ("typename",), TEXT, True, False))
                continue
            one = found.fields[node.name.value]
            type_ = self._output(one.type, inside, f"{key}/{name}", _with(_shorter(words), words_of(name)))
            skipped = bool(node.directives)
            fields.append(
                Field(
                    name, words_of(name), bare(type_), not skipped, isinstance(type_, Nullable), one.description or ""
                )
            )
        return ObjectDefinition(key, self.home, words, found.description or "", tuple(fields))

    def _gather(
        self, found: GraphQLObjectType, chosen: SelectionSetNode,
        wanted: dict[str, tuple[FieldNode, list[SelectionSetNode]]],
    ) -> None:  # fmt: skip
        for node in chosen.selections:
            if isinstance(node, FieldNode):
                name = node.alias.value if node.alias else node.name.value
                _, inside = wanted.setdefault(name, (node, []))
                if node.selection_set:
                    inside.append(node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self.fragments[node.name.value]
                if self._applies(found, fragment.type_condition.name.value):
                    self._gather(found, fragment.selection_set, wanted)
            elif isinstance(node, InlineFragmentNode) and (
                node.type_condition is None or self._applies(found, node.type_condition.name.value)
            ):
                self._gather(found, node.selection_set, wanted)

    def _applies(self, found: GraphQLObjectType, name: str) -> bool:
        condition = self.schema.type_map[name]
        return (
            condition is found
            or condition in found.interfaces
            or (isinstance(condition, GraphQLUnionType) and found in condition.types)
        )


def _with(words: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """`me` of the operation Me is Me, not MeMe."""
    return words if words[-len(more) :] == more else (*words, *more)


def _shorter(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if words[-1] == "result" else words


def _comment(file: Path) -> str:
    """The lines of comment that a file begins with."""
    lines = []
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[1:].strip())
    return " ".join(lines)
