"""What came and what was told, in a form that is the same for all languages."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

from .scripted import Arrived

_TOLD = (
    "accept", "authorization", "content-type", "cookie", "depth", "graphql-require-preflight", "idempotency-key", "if-match",
    "if-none-match", "last-event-id", "prefer", "user-agent", "x-request-id",
)  # fmt: skip
_PLACEHOLDERS = (
    ("token", re.compile(r"data:,[^\s\"<>]+")),
    ("etag", re.compile(r'(?:W/)?\\"[^"\\\s]+\\"')),
    ("id", re.compile(r"\b[0-9a-f]{32}\b")),
    ("time", re.compile(r"\b20(?!31)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")),
)


def request(arrived: Arrived, language: str) -> dict[str, Any]:
    parts = urlsplit(arrived.target)
    headers = {name: arrived.headers[name] for name in _TOLD if name in arrived.headers}
    if "content-type" in headers:
        headers["content-type"] = headers["content-type"].partition(";")[0]
    if "accept" in headers:
        headers["accept"] = headers["accept"].replace("; q=", ";q=")
    if "user-agent" in headers:
        headers["user-agent"] = headers["user-agent"].replace(f"-{language}/", "-LANGUAGE/")
    found: dict[str, Any] = {"method": arrived.method, "path": parts.path, "headers": headers}
    if parts.query:
        found["query"] = sorted(map(list, parse_qsl(parts.query, keep_blank_values=True)))
    if arrived.body:
        found["body"] = _body(arrived.body, headers.get("content-type", ""))
    if arrived.origin != "main":
        found["origin"] = arrived.origin
    return found


def _body(body: bytes, media_type: str) -> Any:
    if media_type.endswith("json"):
        return json.loads(body, parse_float=_number)
    if media_type.endswith("xml"):
        return _element(ElementTree.fromstring(body))
    if media_type == "application/x-www-form-urlencoded":
        return sorted(map(list, parse_qsl(body.decode(), keep_blank_values=True)))
    if media_type.startswith("text/"):
        return body.decode()
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def _number(text: str) -> Any:
    number = float(text)
    return int(number) if number.is_integer() else number


def _element(found: ElementTree.Element) -> list[Any]:
    """Its name, its attributes, and what is in it, without prefixes and the blanks between elements."""
    inside: list[Any] = [found.text] if (found.text or "").strip() else []
    for child in found:
        inside.append(_element(child))
        if (child.tail or "").strip():
            inside.append(child.tail)
    return [found.tag, dict(sorted(found.attrib.items())), *inside] if found.attrib else [found.tag, *inside]


def anonymous(trace: dict[str, Any], person: str) -> dict[str, Any]:
    """A trace of a real server: what differs each time becomes a placeholder, numbered as it appears. Times that a scenario gives are in 2031."""
    text = json.dumps(trace, ensure_ascii=False, sort_keys=True, indent=1)
    text = re.sub(rf"\b{re.escape(person)}\b", "<person>", text)
    text = re.sub(r'"Basic [^"]*"', '"Basic <password>"', text)
    for kind, pattern in (("cursor", _cursors(trace["requests"])), *_PLACEHOLDERS):
        seen: dict[str, str] = {}
        text = pattern.sub(lambda match, kind=kind, seen=seen: _placeholder(match[0], kind, seen), text)
    result: dict[str, Any] = json.loads(text)
    return result


def _cursors(requests: list[dict[str, Any]]) -> re.Pattern[str]:
    """Those of pages of GraphQL and of the change feed, and those that were sent."""
    sent = {value for one in requests for name, value in one.get("query", []) if name == "cursor"}
    return re.compile(
        "|".join([r'(?<="endCursor": ")[^"]+', r"\b\d+-[0-9a-f]+-[0-9a-f]{24}\b", *sorted(map(re.escape, sent))])
    )


def _placeholder(value: str, kind: str, seen: dict[str, str]) -> str:
    return seen.setdefault(value, f"<{kind} {len(seen) + 1}>" if kind != "time" else "<time>")


def canonical(value: Any) -> Any:
    """Numbers by their value, so that 1.0 is 1."""
    return json.loads(json.dumps(value), parse_float=_number)
