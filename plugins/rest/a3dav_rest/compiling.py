"""The operations of a document as a table that requests are looked up in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from a3dav.errors import PluginError
from a3dav.registries import ApiAction, ApiRegistry
from a3dav_rest.merging import Document, merged, operations, resolved

Place = tuple[str, ...]
"""Where something stands in the document: the steps of a JSON Pointer."""


@dataclass(slots=True, frozen=True)
class Parameter:
    """A parameter by its name and place; `many` takes a list, `kind` is the type of one value."""

    name: str
    where: str
    required: bool
    kind: str
    many: bool
    default: Any
    schema: Place


@dataclass(slots=True, frozen=True)
class Operation:
    """What the document says of an operation, and what answers it.

    `bodies` are the media types that it takes with the place of their schema; `forms` are those that it answers in.
    A token needs one of the `scopes`.
    """

    id: str
    method: str
    action: ApiAction
    parameters: Sequence[Parameter]
    bodies: Mapping[str, Place]
    needs_body: bool
    forms: Sequence[str]
    scopes: Sequence[str]


@dataclass(slots=True)
class Node:
    """A place below the API: what comes next by name, or as a parameter, and the operations here by method."""

    named: dict[str, Node] = field(default_factory=dict)
    any: Node | None = None
    variable: str = ""
    operations: dict[str, Operation] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class Api:
    document: Document
    root: Node
    operations: Mapping[str, Operation]


def compiled(registry: ApiRegistry) -> Api:
    document, root = merged(registry), Node()
    known: dict[str, Operation] = {}
    for path, method, entry, item in operations(document):
        operation = _operation(document, method, path, entry, item, registry.actions[entry["operationId"]])
        node = _node(root, path)
        node.operations[method] = operation
        known[operation.id] = operation
    return Api(document, root, known)


def _node(root: Node, path: str) -> Node:
    node = root
    for segment in path.strip("/").split("/"):
        if not segment.startswith("{"):
            node = node.named.setdefault(segment, Node())
            continue
        name = segment.strip("{}")
        if node.any is not None and node.variable != name:
            raise PluginError(f"the path {path} of the REST API calls {name} what another one calls {node.variable}")
        node.any, node.variable = node.any or Node(), name
        node = node.any
    return node


def _operation(
    document: Document, method: str, path: str, entry: Document, item: Document, action: ApiAction
) -> Operation:
    here = (
        ("paths", path, method.lower()) if method.lower() in item else ("paths", path, "additionalOperations", method)
    )
    told = [(("paths", path, "parameters", str(at)), one) for at, one in enumerate(item.get("parameters", []))]
    told += [((*here, "parameters", str(at)), one) for at, one in enumerate(entry.get("parameters", []))]
    place, body = _followed(document, (*here, "requestBody"), entry.get("requestBody", {}))
    return Operation(
        entry["operationId"], method, action,
        [_parameter(*_followed(document, where, one)) for where, one in told],
        {kind: (*place, "content", kind, "schema") for kind in body.get("content", {})},
        bool(body.get("required")),
        _forms(document, entry),
        [scope for wanted in entry.get("security", []) for scope in wanted.get("bearer", [])],
    )  # fmt: skip


def _followed(document: Document, place: Place, entry: Document) -> tuple[Place, Document]:
    """Where an entry really stands, and the entry."""
    while "$ref" in entry:
        place = tuple(step.replace("~1", "/").replace("~0", "~") for step in entry["$ref"][2:].split("/"))
        entry = resolved(document, entry)
    return place, entry


def _parameter(place: Place, entry: Document) -> Parameter:
    schema = entry["schema"]
    many = schema.get("type") == "array"
    kind = (schema.get("items", {}) if many else schema).get("type", "string")
    required = bool(entry.get("required"))
    return Parameter(entry["name"], entry["in"], required, kind, many, schema.get("default"), (*place, "schema"))


def _forms(document: Document, entry: Document) -> list[str]:
    """The media types of what succeeds, the first of which everybody gets who does not choose."""
    answers = (resolved(document, answer) for status, answer in entry["responses"].items() if str(status)[0] == "2")
    return list(dict.fromkeys(kind for answer in answers for kind in answer.get("content", {})))
