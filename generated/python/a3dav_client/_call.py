"""What a method of a service asks, and how its parameters become a request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from . import _about
from ._body import prepared, text_of
from ._codec import ANY, Codec, plain
from ._errors import ConfigurationError
from ._exchange import Outgoing
from ._json import dumps
from ._options import Options

if TYPE_CHECKING:
    from ._core import Core

_BETWEEN = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


@dataclass(frozen=True, slots=True)
class Parameter:
    key: str
    wire: str
    name: str
    place: str
    style: str
    explode: bool
    codec: Codec


@dataclass(frozen=True, slots=True)
class Call:
    key: str
    method: str
    path: str
    retry: str
    parameters: list[Parameter] = field(default_factory=list)
    body: str = ""
    body_type: str = ""
    body_codec: Codec = ANY
    result: str = "json"
    accept: str = ""
    codec: Codec = ANY
    optional: bool = False
    cursor: str = ""
    items: str = ""
    next: str = ""


def outgoing(core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> Outgoing:
    options = options or Options()
    content = prepared(call.body, call.body_type, call.body_codec, body, core.options.random)
    headers = {"accept": accepted(call.accept), **content.headers, **_headers(call, given)}
    if call.retry == "keyed":
        headers["idempotency-key"] = options.idempotency_key or key_from(core)
    return Outgoing(
        call.method, core.base + _about.BASE_PATH + _path(call, given) + _query(call, given), call.retry, headers,
        content.content, content.is_repeatable, call.result in {"bytes", "events", "lines"}, options=options,
    )  # fmt: skip


def accepted(media_type: str) -> str:
    if not media_type or media_type.endswith("json"):
        return media_type or "application/json"
    return f"{media_type}, application/problem+json;q=0.5"


def key_from(core: Core) -> str:
    return "".join(f"{int(core.options.random() * 16):x}" for _ in range(32))


def _path(call: Call, given: Mapping[str, Any]) -> str:
    path = call.path
    for one in call.parameters:
        if one.place == "path":
            value = one.codec.write(given[one.key])
            if value is None or value == "":
                raise ConfigurationError(f"{call.key}: {one.name} is empty")
            path = path.replace(f"{{{one.wire}}}", _simple(one, value))
    return path


def _simple(one: Parameter, value: Any) -> str:
    """In a path: simple, label or matrix (RFC 6570)."""
    if isinstance(value, Mapping):
        between = "=" if one.explode else ","
        parts = [f"{_quoted(key)}{between}{_quoted(inner)}" for key, inner in value.items()]
    else:
        parts = [_quoted(inner) for inner in (value if isinstance(value, (list, tuple)) else [value])]
    if one.style == "label":
        return "." + ("." if one.explode else ",").join(parts)
    if one.style == "matrix":
        if one.explode:
            return "".join(f";{part if isinstance(value, Mapping) else f'{one.wire}={part}'}" for part in parts)
        return f";{one.wire}={','.join(parts)}"
    return ",".join(parts)


def _query(call: Call, given: Mapping[str, Any]) -> str:
    pairs = [pair for one in call.parameters if one.place == "query" for pair in _pairs(one, given.get(one.key))]
    whole = [quote(text_of(given[one.key]), safe="=&") for one in call.parameters if one.place == "querystring"]
    joined = "&".join([f"{name}={value}" for name, value in pairs] + whole)
    return f"?{joined}" if joined else ""


def _pairs(one: Parameter, value: Any) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    value = one.codec.write(value)
    name = _quoted(one.wire)
    if one.style == "json":
        yield name, _quoted(dumps(plain(value)).decode())
    elif isinstance(value, Mapping):
        yield from _object(one, name, value)
    elif isinstance(value, (list, tuple)):
        items = [_quoted(inner) for inner in value]
        if one.explode:
            yield from ((name, item) for item in items)
        elif items:
            yield name, _BETWEEN.get(one.style, ",").join(items)
    else:
        yield name, _quoted(value)


def _object(one: Parameter, name: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        if one.style == "deepObject":
            yield f"{name}%5B{_quoted(key)}%5D", _quoted(inner)
        elif one.explode:
            yield _quoted(key), _quoted(inner)
    if not one.explode and one.style != "deepObject":
        yield name, ",".join(f"{_quoted(key)},{_quoted(inner)}" for key, inner in value.items())


def _headers(call: Call, given: Mapping[str, Any]) -> dict[str, str]:
    found, cookies = {}, []
    for one in call.parameters:
        value = given.get(one.key)
        if value is None or one.place not in {"header", "cookie"}:
            continue
        value = one.codec.write(value)
        text = ",".join(text_of(inner) for inner in value) if isinstance(value, (list, tuple)) else text_of(value)
        if "\r" in text or "\n" in text:
            raise ConfigurationError(f"{call.key}: {one.name} has a line end")
        if one.place == "header":
            found[one.wire.lower()] = text
        else:
            cookies.append(f"{one.wire}={text}")
    return {**found, "cookie": "; ".join(cookies)} if cookies else found


def _quoted(value: Any) -> str:
    return quote(text_of(value), safe="")
