"""One OpenAPI document of the parts that plugins bring; a part that does not fit is refused at the start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

import yaml

from a3dav.errors import PluginError
from a3dav.registries import ApiPart, ApiRegistry

Document = dict[str, Any]


class _Loader(yaml.CSafeLoader):
    """Leaves dates as they are written, as they are in JSON."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
FIXED = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The methods that a path has a field for (OpenAPI 3.2 §4.8); others stand in `additionalOperations`."""
PROBLEMS = "x-problem-types"
_FURTHER = "additionalOperations"


def merged(registry: ApiRegistry) -> Document:
    """The document of all parts, in an order that does not depend on theirs."""
    parts = [_read(part) for part in registry.parts]
    bases = [part for part in parts if "openapi" in part]
    if len(bases) != 1:
        raise PluginError(f"one part of the REST API says what it is a document of, and here {len(bases)} do")
    whole: Document = {**bases[0], "tags": [], "paths": {}, "components": {}}
    problems: list[Document] = []
    webhooks: Document = {}
    for part in parts:
        whole["tags"] += part.get("tags", [])
        problems += part.get(PROBLEMS, [])
        _add("path", whole["paths"], part.get("paths", {}))
        _add("webhook", webhooks, part.get("webhooks", {}))
        for section, entries in part.get("components", {}).items():
            _add(f"{section} entry", whole["components"].setdefault(section, {}), entries)
    whole[PROBLEMS] = sorted(problems, key=lambda one: (one["status"], one["type"]))
    whole["tags"].sort(key=lambda tag: str(tag["name"]))
    whole["paths"] = dict(sorted(whole["paths"].items()))
    if webhooks:
        whole["webhooks"] = dict(sorted(webhooks.items()))
    whole["components"] = {
        name: dict(sorted(whole["components"][name].items())) for name in sorted(whole["components"])
    }
    _refuse_dangling(whole)
    _refuse_unanswered(whole, registry)
    return whole


def _read(part: ApiPart) -> Document:
    try:
        found = _plain(_Loader(part.text).get_single_data())
    except (yaml.YAMLError, OSError) as error:
        raise PluginError(f"a part of the REST API cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise PluginError("a part of the REST API is no mapping")
    return found


def _plain(value: Any) -> Any:
    """The same with names as JSON has them: statuses are none without quotes."""
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _add(what: str, to: Document, entries: Mapping[str, Any]) -> None:
    for name, entry in entries.items():
        if name in to:
            raise PluginError(f"the {what} {name} of the REST API is there twice; disable one of the two plugins")
        to[name] = entry


def operations(document: Document) -> Iterator[tuple[str, str, Document, Document]]:
    """Every operation with its path, its method and the entry of the path."""
    for path, entry in document["paths"].items():
        found = [(name.upper(), entry[name]) for name in FIXED if name in entry]
        for method, operation in [*found, *entry.get(_FURTHER, {}).items()]:
            yield path, method, operation, entry


def _refuse_unanswered(document: Document, registry: ApiRegistry) -> None:
    told: set[str] = set()
    for path, method, operation, _ in operations(document):
        name = operation.get("operationId")
        if not name or name in told:
            raise PluginError(f"{method} {path} of the REST API has no operationId of its own")
        if name not in registry.actions:
            raise PluginError(f"nothing answers the operation {name} of the REST API")
        told.add(name)
    for name in registry.actions.keys() - told:
        raise PluginError(f"the REST API has no operation {name}, for which there is a handler")


def _refuse_dangling(document: Document) -> None:
    for reference in references(document):
        try:
            found(document, reference)
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise PluginError(f"the REST API refers to {reference}, which is not there") from error


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(reference := value.get("$ref"), str):
            yield reference
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def found(document: Document, reference: str) -> Any:
    """What a reference inside of the document leads to."""
    place: Any = document
    if not reference.startswith("#/"):
        raise KeyError(reference)
    for step in reference[2:].split("/"):
        name = unquote(step).replace("~1", "/").replace("~0", "~")
        place = place[int(name)] if isinstance(place, Sequence) else place[name]
    return place


def resolved(document: Document, entry: Document) -> Document:
    """The entry itself, or what it refers to."""
    while "$ref" in entry:
        entry = found(document, entry["$ref"])
    return entry
