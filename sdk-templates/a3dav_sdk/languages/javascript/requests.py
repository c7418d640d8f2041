"""Writes what a method sends: the same lines in JavaScript and TypeScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from a3dav_sdk.model.api import Call, Parameter
from a3dav_sdk.model.types import Scalar, Type

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_BETWEEN = {"spaceDelimited": " ", "pipeDelimited": "|"}

Literal = Callable[[object], str]


def is_identifier(name: str) -> bool:
    return _IDENTIFIER.fullmatch(name) is not None


def key_of(name: str, literal: Literal) -> str:
    """A name in an object or an interface."""
    return (
        name
        if _IDENTIFIER.fullmatch(name) and name != "__proto__"
        else f"[{literal(name)}]"
        if name == "__proto__"
        else literal(name)
    )


def member(name: str, value: str, literal: Literal) -> str:
    return f"{name}," if name == value else f"{key_of(name, literal)}: {value},"


def path_of(call: Call, names: Mapping[str, str], literal: Literal) -> str:
    """A literal, or a template in which each value stays in its own segment."""
    inside = {one.wire: f"${{segment({plain(one, names[one.key])})}}" for one in call.parameters if one.place == "path"}
    if not inside:
        return literal(call.path)
    parts = re.split(r"\{([^{}]+)\}", call.path)
    return "`" + "".join(inside[part] if at % 2 else _escaped(part) for at, part in enumerate(parts)) + "`"


def query_of(call: Call, names: Mapping[str, str], literal: Literal, is_plain: Callable[[Type], bool]) -> list[str]:
    lines = [
        _queried(one, names[one.key], literal, is_plain(one.type))
        for one in call.parameters
        if one.place in {"query", "querystring"}
    ]
    return ["query: {", *(f"  {line}" for line in lines), "},"] if lines else []


def _queried(one: Parameter, name: str, literal: Literal, is_plain: bool) -> str:
    if one.style == "json":
        return member(one.wire, f"asJson({name})", literal)
    if one.style == "deepObject":
        return f"...spread({name}, (member) => `{_escaped(one.wire)}[${{member}}]`),"
    if one.place == "querystring":
        return f"...spread({name}),"
    if not one.explode and not isinstance(one.type, Scalar):
        between = _BETWEEN.get(one.style)
        return member(one.wire, f"joined({name}, {literal(between)})" if between else f"joined({name})", literal)
    return member(one.wire, name, literal) if is_plain else f"...exploded({literal(one.wire)}, {name}),"


def plain(one: Parameter, name: str) -> str:
    return name if isinstance(one.type, Scalar) else f"joined({name})"


def body_of(call: Call) -> list[str]:
    if call.body is None:
        return []
    written = {"json": "writeJson(body)", "form": "formBody(body)", "multipart": "multipartBody(body)"}.get(
        call.body.shape
    )
    if written is None:
        return ["body,"]
    return [f"body: {written},"] if call.body.required else [f"body: body === undefined ? undefined : {written},"]


def _escaped(text: str) -> str:
    return re.sub(r"[\\`$]", lambda match: "\\" + match[0], text)
