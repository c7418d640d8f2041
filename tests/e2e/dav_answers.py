"""What is wrong with an answer over DAV by what openapi/dav.yaml says of its operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .dav_requests import DOCUMENT, clark, operations, resolved

OF_HTTP = frozenset(
    [
        "allow",
        "cache-control",
        "connection",
        "content-length",
        "content-type",
        "content-disposition",
        "content-security-policy",
        "date",
        "last-modified",
        "location",
        "retry-after",
        "server",
        "transfer-encoding",
        "vary",
        "www-authenticate",
        "x-content-type-options",
        "accept-ranges",
        "strict-transport-security",
        "referrer-policy",
        "x-frame-options",
        "x-request-id",
        "etag",
    ]
)
"""Headers that HTTP itself allows wherever they fit (RFC 9110, 9111, 6266), and those that guard browsers."""
OF_ALL = {one["name"].lower() for one in DOCUMENT["x-dav-headers"]}
CONDITIONS = {clark(one): one["statuses"] for one in DOCUMENT["x-dav-preconditions"]}
ERROR = "{DAV:}error"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def faults(verb: str, answer: Answer) -> list[str]:
    """Each against the document; none where it is as documented."""
    told = documented(operations()[verb]["responses"], answer.status)
    if told is None:
        return [f"the status {answer.status} is not documented"]
    known = OF_HTTP | OF_ALL | {name.lower() for name in told.get("headers", {})}
    found = [f"the header {name} is not documented" for name in answer.headers if name not in known]
    if answer.headers.get("content-type", "").startswith("application/xml") and answer.body:
        root = ElementTree.fromstring(answer.body)
        found += [*of_schema(root, told), *of_conditions(root, answer.status)]
    elif "application/xml" in told.get("content", {}) and answer.status == 207:
        found.append(f"a multistatus is {answer.headers.get('content-type')}")
    return found


def documented(responses: dict[str, Any], status: int) -> dict[str, Any] | None:
    told = responses.get(str(status)) or responses.get(f"{status // 100}XX")
    return None if told is None else resolved(told)


def of_schema(root: Element, told: dict[str, Any]) -> Iterator[str]:
    content = told.get("content", {}).get("application/xml")
    if content is None:
        if "*/*" not in told.get("content", {}):
            yield f"{root.tag} comes where no XML is documented"
        return
    yield from unlike(root, resolved(content["schema"]))


def unlike(found: Element, schema: dict[str, Any]) -> Iterator[str]:
    """Where an element is not as its schema has it: its name, what it needs, and what stands in it."""
    if found.tag != clark(schema["xml"]):
        yield f"{found.tag} is not {clark(schema['xml'])}"
    if schema.get("additionalProperties"):
        return
    members = {name: resolved(one) for name, one in schema.get("properties", {}).items()}
    kinds = {name: resolved(one["items"]) if one.get("type") == "array" else one for name, one in members.items()}
    known = {clark(one["xml"]): one for one in kinds.values()}
    present = [child.tag for child in found]
    for name in schema.get("required", ()):
        if clark(kinds[name]["xml"]) not in present:
            yield f"{found.tag} has no {name}"
    for name, one in members.items():
        if one.get("type") != "array" and present.count(clark(kinds[name]["xml"])) > 1:
            yield f"{found.tag} has several {name}"
    for child in found:
        if child.tag not in known:
            yield f"{child.tag} is not documented in {found.tag}"
        elif known[child.tag].get("type") == "object":
            yield from unlike(child, known[child.tag])


def of_conditions(root: Element, status: int) -> Iterator[str]:
    """Each element in DAV:error is a precondition of the registry, told with a status that it has there."""
    statuses = {id(error): status for error in root.iter(ERROR)}
    for holder in root.iter():
        told = holder.findtext("{DAV:}status")
        for error in holder.findall(ERROR):
            statuses[id(error)] = int(told.split()[1]) if told else status
    for error in root.iter(ERROR):
        for condition in error:
            if condition.tag == "{DAV:}responsedescription":
                continue
            if condition.tag not in CONDITIONS:
                yield f"{condition.tag} is no precondition of the registry"
            elif statuses[id(error)] not in CONDITIONS[condition.tag]:
                yield f"{condition.tag} is told with {statuses[id(error)]}"
