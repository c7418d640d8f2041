"""The same document in OpenAPI 3.1, for tools that know no later one; what 3.1 cannot say stands in extensions."""

from __future__ import annotations

from typing import Any

from a3dav_rest.merging import Document

_MOVED = {"query": "x-query", "additionalOperations": "x-additionalOperations"}


def as_3_1(document: Document) -> Document:
    lowered = {**document, "openapi": "3.1.2", "paths": {path: _path(item) for path, item in document["paths"].items()}}
    lowered["tags"] = [
        {key: value for key, value in tag.items() if key in {"name", "description"}} for tag in document["tags"]
    ]
    found: Document = _streams(lowered)
    return found


def _path(item: Document) -> Document:
    return {_MOVED.get(name, name): entry for name, entry in item.items()}


def _streams(value: Any) -> Any:
    """An item of a stream has a schema of its own in 3.2 alone."""
    if isinstance(value, list):
        return [_streams(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    return {"x-itemSchema" if name == "itemSchema" else name: _streams(entry) for name, entry in value.items()}
