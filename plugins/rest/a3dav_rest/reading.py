"""Reads what a request brings and refuses what the document does not say: parameters, then the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from a3dav.errors import (
    BadRequest,
    NotAcceptable,
    NotFound,
    PreconditionRequired,
    UnprocessableContent,
    UnsupportedMediaType,
)
from a3dav.exchange import Request
from a3dav.representations import quality, ranges_of
from a3dav_rest.compiling import Operation, Parameter
from a3dav_rest.judging import Judge, pointer

MOST_FIELDS = 500
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", re.ASCII)
_BOOLEANS = {"true": True, "false": False}
Fault = tuple[str, str]
"""A JSON Pointer, or the place of a parameter, and a sentence."""


def parameters(operation: Operation, request: Request, variables: Mapping[str, str], judge: Judge) -> dict[str, Any]:
    """The values of all parameters by their names; one in the path that cannot be leads to nothing."""
    query = _query(request)
    read: dict[str, Any] = {}
    faults: list[Fault] = []
    for parameter in operation.parameters:
        given = _given(parameter, request, query, variables)
        if not given:
            if parameter.required and parameter.name == "If-Match":
                raise PreconditionRequired('say which version to change, by If-Match: "…", or If-Match: * for any')
            if parameter.required:
                faults.append((_place(parameter), "is required"))
            elif parameter.default is not None:
                read[parameter.name] = parameter.default
            continue
        told = _judged(parameter, given, read, judge)
        if told and parameter.where == "path":
            raise NotFound("nothing is here")
        faults += told
    known = {parameter.name for parameter in operation.parameters if parameter.where == "query"}
    faults += [(f"/query/{name[:40]}", "is not known here") for name in query.keys() - known]
    if faults:
        raise _refused(BadRequest, "a parameter is not what it must be", "invalid-parameters", faults)
    return read


def _query(request: Request) -> dict[str, list[str]]:
    try:
        given = parse_qsl(request.query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise BadRequest(f"the query of the URL cannot be read: {error}") from error
    found: dict[str, list[str]] = {}
    for name, value in given:
        found.setdefault(name, []).append(value)
    return found


def _given(
    parameter: Parameter, request: Request, query: Mapping[str, list[str]], variables: Mapping[str, str]
) -> Sequence[str]:
    if parameter.where == "query":
        return query.get(parameter.name, ())
    found = variables.get(parameter.name) if parameter.where == "path" else request.headers.get(parameter.name.lower())
    return () if found is None else (found,)


def _judged(parameter: Parameter, given: Sequence[str], read: dict[str, Any], judge: Judge) -> list[Fault]:
    place = _place(parameter)
    if not parameter.many and len(given) > 1:
        return [(place, "stands twice")]
    values = [_value(parameter.kind, one) for one in given]
    value = values if parameter.many else values[0]
    read[parameter.name] = value
    return [(place + pointer(steps), sentence) for steps, sentence in judge.errors(parameter.schema, value)]


def _place(parameter: Parameter) -> str:
    return f"/{parameter.where}/{parameter.name}"


def _value(kind: str, text: str) -> Any:
    """The value that a text stands for; the text itself, which the schema refuses, where it stands for none."""
    if kind == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "number" and _NUMBER.fullmatch(text):
        return float(text)
    return _BOOLEANS.get(text, text) if kind == "boolean" else text


def media_type_of(operation: Operation, request: Request) -> str:
    """The media type of the body, as the document writes it; "" where there is none."""
    given = request.header("content-type").partition(";")[0].strip().lower()
    if not _brings_body(request):
        if operation.needs_body:
            raise BadRequest("a body is needed")
        return ""
    if not operation.bodies:
        raise BadRequest("this takes no body")
    for kind in operation.bodies:
        stem = kind.partition(";")[0]
        if stem in {given, "*/*"}:
            return kind
    taken = ", ".join(operation.bodies)
    raise UnsupportedMediaType(f"the body is {taken}, not {given[:80]!r}", headers=_accepted(operation, taken))


def _accepted(operation: Operation, taken: str) -> tuple[tuple[str, str], ...]:
    header = {"POST": "Accept-Post", "PATCH": "Accept-Patch", "QUERY": "Accept-Query"}.get(operation.method)
    return ((header, taken),) if header else ()


def _brings_body(request: Request) -> bool:
    return request.header("content-length", "0").strip() != "0" or bool(request.header("transfer-encoding"))


def is_json(media_type: str) -> bool:
    stem = media_type.partition(";")[0]
    return stem == "application/json" or stem.endswith("+json")


def wanted_form(operation: Operation, request: Request) -> str:
    """The form of the answer that Accept welcomes most (RFC 9110 §12.5.1)."""
    accept = request.header("accept").strip()
    if not operation.forms or "*/*" in operation.forms or accept in {"", "*/*"}:
        return operation.forms[0] if operation.forms else ""
    ranges = ranges_of(accept)
    # `application/jscalendar+json;type=event` asks for one of the things that are told in this form.
    bare = [replace(entry, parameters=frozenset()) for entry in ranges]
    weighed = [
        (max(quality(ranges, form), quality(bare, form)), -place, form) for place, form in enumerate(operation.forms)
    ]
    best = max(weighed)
    if best[0] > 0:
        return best[2]
    raise NotAcceptable(f"this answers with {', '.join(operation.forms)}")


def value_of(data: bytes) -> Any:
    """A body in JSON (RFC 8259), without the halves of surrogate pairs and the character 0, which no text holds."""
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadRequest(f"the body is not JSON: {error}", problem="invalid-json") from error
    if b"\\u0000" in data and not _is_storable(value):
        raise BadRequest("the body has the character 0, which no text holds", problem="invalid-json")
    return value


def _is_storable(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" not in value
    if isinstance(value, dict):
        return all("\0" not in key and _is_storable(inner) for key, inner in value.items())
    return all(map(_is_storable, value)) if isinstance(value, list) else True


def judge_body(operation: Operation, media_type: str, value: Any, judge: Judge) -> None:
    told = [(pointer(steps), sentence) for steps, sentence in judge.errors(operation.bodies[media_type], value)]
    if told:
        raise _refused(UnprocessableContent, "the body is not what it must be", "invalid-body", told)


def _refused(
    kind: type[BadRequest | UnprocessableContent], message: str, problem: str, faults: Iterable[Fault]
) -> BadRequest | UnprocessableContent:
    errors = [{"pointer": place, "detail": sentence} for place, sentence in faults]
    first = errors[0]
    sentence = f"{message}: {first['pointer'] or 'it'} {first['detail']}"
    return kind(sentence, problem=problem, members={"errors": errors})
