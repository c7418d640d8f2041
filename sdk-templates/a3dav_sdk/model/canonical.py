"""The model as JSON: the same bytes for the same interface, and back."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from a3dav_sdk.errors import SdkError
from a3dav_sdk.model.api import Api

FORMAT = 1
_UNIONS = (Union, types.UnionType)


def text_of(api: Api) -> str:
    """ir.json: a line for each definition, service and other entry."""
    document = {"format": FORMAT, **plain(api)}
    lines = [f"{_json(key)}: {_value(value)}" for key, value in sorted(document.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n" + ",\n".join(_json(one) for one in value) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        tag = getattr(value, "tag", None)
        members = {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        return {"is": tag, **members} if tag else members
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return value


def read(text: str) -> Api:
    try:
        document = json.loads(text)
        if document.pop("format") != FORMAT:
            raise SdkError(f"this reads format {FORMAT} of ir.json")
        made: Api = _made(Api, document)
        return made
    except (ValueError, KeyError, TypeError) as error:
        raise SdkError(f"this is no ir.json: {error}") from error


@cache
def members(kind: type) -> dict[str, Any]:
    """The fields of a class of the model with their types, resolved."""
    from a3dav_sdk.model import api
    from a3dav_sdk.model import types as kinds

    hints = get_type_hints(kind, {**vars(kinds), **vars(api)})
    return {one.name: hints[one.name] for one in fields(kind)}


def _made(kind: Any, value: Any) -> Any:
    origin, inside = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        if value is None:
            return None
        classes = {getattr(one, "tag", ""): one for one in inside if is_dataclass(one)}
        return _made(classes[value.get("is", "")], value) if isinstance(value, dict) else value
    if origin is tuple:
        return tuple(_made(inside[0], one) for one in value)
    if origin is dict:
        return {key: _made(inside[1], one) for key, one in value.items()}
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _made(hint, value[name]) for name, hint in members(kind).items()})
    return value


def schema() -> dict[str, Any]:
    """The JSON Schema of ir.json, for those who read it in other languages."""
    found: dict[str, Any] = {}
    root = _object(Api, found)
    root["properties"] = {"format": {"const": FORMAT}, **root["properties"]}
    root["required"] = sorted(root["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "$defs": dict(sorted(found.items()))}


def _object(kind: type, found: dict[str, Any]) -> dict[str, Any]:
    tag = getattr(kind, "tag", None)
    properties = {"is": {"const": tag}} if tag else {}
    properties |= {name: _schema(hint, found) for name, hint in members(kind).items()}
    described = {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }
    return (
        {"description": (kind.__doc__ or "").strip(), **described}
        if "(" not in (kind.__doc__ or "")[:40]
        else described
    )


def _schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    origin, inside = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        return {"anyOf": [_schema(one, found) for one in inside]}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return {"type": "array", "items": _schema(inside[0], found)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(inside[1], found)}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in found:
            found[kind.__name__] = {}
            found[kind.__name__] = _object(kind, found)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": {str: "string", int: "integer", bool: "boolean", type(None): "null"}[kind]}
