"""A request of GraphQL over HTTP: what it asks, and in which media type it is answered."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from a3dav.errors import BadRequest, Denied, NotAcceptable, UnsupportedMediaType
from a3dav.exchange import Request

PREFLIGHT = "graphql-require-preflight"
"""A header that neither a form nor a simple request of another site can send."""
JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
_HASH = re.compile(r"(sha256:)?([0-9a-f]{64})")
_ACCEPTED = {GRAPHQL: GRAPHQL, JSON: JSON, "*/*": GRAPHQL, "application/*": GRAPHQL, "": GRAPHQL}


@dataclass(slots=True, frozen=True)
class Operation:
    """The text of a document, or the SHA-256 of one that is known here."""

    text: str
    digest: str
    name: str | None
    variables: Mapping[str, Any]


def refuse_forms(request: Request) -> None:
    media_type, _, parameters = request.header("content-type").partition(";")
    if media_type.strip().lower() != JSON:
        raise UnsupportedMediaType(f"send {JSON}")
    charset = re.search(r"charset\s*=\s*\"?([\w-]+)", parameters)
    if charset and charset[1].lower() not in {"utf-8", "utf8"}:
        raise UnsupportedMediaType("send UTF-8")
    if not request.header(PREFLIGHT):
        raise Denied(f"send the header {PREFLIGHT}: 1, which no form of another site can")


def media_type_for(request: Request) -> str:
    """The first that the client names with more weight than others."""
    wanted = [
        (_weight(entry), entry.partition(";")[0].strip().lower()) for entry in request.header("accept").split(",")
    ]
    known = [(weight, _ACCEPTED[name]) for weight, name in wanted if name in _ACCEPTED and weight > 0]
    if not known:
        raise NotAcceptable(f"this answers with {GRAPHQL} or {JSON}")
    return max(known, key=lambda entry: entry[0])[1]


def _weight(entry: str) -> float:
    found = re.search(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", entry)
    return float(found[1]) if found else 1.0


def operation_in(body: bytes) -> Operation:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequest("the body is not JSON") from error
    if not _is_storable(sent):
        raise BadRequest("the body has characters that no text holds")
    if not isinstance(sent, dict):
        raise BadRequest("the body is one object; several operations are several requests")
    text = _member(sent, "query", str, "")
    digest = _digest(sent)
    if bool(text) == bool(digest):
        raise BadRequest("the body has a query, or the documentId of one that is known here")
    return Operation(text, digest, _member(sent, "operationName", str, None), _member(sent, "variables", dict, {}))


def _is_storable(value: Any) -> bool:
    """Neither halves of surrogate pairs nor the character 0."""
    if isinstance(value, str):
        return "\0" not in value and value.encode("utf-8", "replace") == value.encode("utf-8", "surrogatepass")
    if isinstance(value, dict):
        return all(_is_storable(key) and _is_storable(inner) for key, inner in value.items())
    return all(map(_is_storable, value)) if isinstance(value, list) else True


def _digest(sent: Mapping[str, Any]) -> str:
    extensions = _member(sent, "extensions", dict, {})
    persisted = _member(extensions, "persistedQuery", dict, {})
    given = _member(sent, "documentId", str, "") or _member(persisted, "sha256Hash", str, "")
    if not given:
        return ""
    found = _HASH.fullmatch(given.lower())
    if found is None:
        raise BadRequest("a documentId is sha256: and 64 hexadecimal digits")
    return found[2]


def _member(sent: Mapping[str, Any], name: str, kind: type[Any], default: Any) -> Any:
    value = sent.get(name)
    if value is not None and not isinstance(value, kind):
        raise BadRequest(f"{name} is not what it must be")
    return default if value is None else value
