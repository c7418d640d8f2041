"""Rules for documents of OpenAPI that openapi-spec-validator does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from a3dav_sdk.errors import SdkError
from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.operations import methods_of
from a3dav_sdk.loading.shapes import shape_of


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """An error is what no client can be made of rightly; anything else is a warning."""

    place: str
    rule: str
    sentence: str
    is_error: bool


Rule = Callable[[Node], Iterator[Finding]]
_PLACE = re.compile(r"\{([^{}]+)\}")
_STATUS = re.compile(r"[1-5](\d\d|XX)|default")
_EXAMPLES = frozenset({"example", "examples", "default", "enum", "const", "value"})


def findings(root: Node) -> list[Finding]:
    return sorted({finding for rule in RULES for finding in rule(root)})


def operations(root: Node) -> Iterator[tuple[str, str, Node, Node]]:
    """Path, method, path item, operation; the paths of webhooks are empty."""
    for key in ("paths", "webhooks"):
        for name, item in root.items(key):
            if key == "webhooks" or name.startswith("/"):
                found = _followed(item)
                if found is None:
                    continue
                for method, operation in methods_of(found):
                    yield (name if key == "paths" else ""), method, found, operation


def walk(node: Node) -> Iterator[Node]:
    """Every place of a document, but what stands inside of examples."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one.value, dict):
            waiting += [one.child(key, value) for key, value in one.value.items() if key not in _EXAMPLES]
        elif isinstance(one.value, list):
            waiting += [one.child(number, value) for number, value in enumerate(one.value)]


def _followed(node: Node) -> Node | None:
    try:
        return node.followed()
    except SdkError:
        return None


def dangling_references(root: Node) -> Iterator[Finding]:
    for node in walk(root):
        if isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str):
            try:
                node.followed()
            except SdkError as error:
                yield Finding(node.place, "reference", str(error).partition(": ")[2], True)


def operation_ids(root: Node) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for _, _, _, operation in operations(root):
        name = operation.text("operationId")
        if name and name in seen:
            yield Finding(operation.place, "operation-id", f"{name} is the operationId of {seen[name]} too", True)
        seen.setdefault(name, operation.place)


def nameless_operations(root: Node) -> Iterator[Finding]:
    for path, _, _, operation in operations(root):
        if path and not operation.text("operationId"):
            yield Finding(operation.place, "operation-id", "has no operationId: its name comes from its path", False)


def same_paths(root: Node) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for path, _ in root.items("paths"):
        shape = _PLACE.sub("{}", path)
        if shape in seen:
            yield Finding(root.place + path, "path", f"differs from {seen[shape]} only in the names in braces", True)
        seen.setdefault(shape, path)


def path_parameters(root: Node) -> Iterator[Finding]:
    for path, _, item, operation in operations(root):
        declared = set()
        for one in [*item.list("parameters"), *operation.list("parameters")]:
            found = _followed(one)
            if found and found.text("in") == "path":
                declared.add(str(found.value.get("name")))
        for name in sorted(declared - set(_PLACE.findall(path))) if path else ():
            yield Finding(operation.place, "path-parameter", f"{name} is not in the path", True)


def answers(root: Node) -> Iterator[Finding]:
    for path, _, _, operation in operations(root):
        statuses = [status for status, _ in operation.items("responses") if not status.startswith("x-")]
        if path and not statuses:
            yield Finding(operation.place, "responses", "describes no answer", False)
        elif path and not any(status[0] in "123d" for status in statuses):
            yield Finding(operation.place, "responses", "describes no success", False)
        for status in statuses:
            if not _STATUS.fullmatch(status):
                yield Finding(operation.place, "responses", f"{status} is no status", True)


def security(root: Node) -> Iterator[Finding]:
    components = root.get("components")
    schemes = dict(components.items("securitySchemes")) if components else {}
    holders = [root, *(operation for _, _, _, operation in operations(root))]
    for holder in holders:
        for alternative in holder.list("security"):
            for name, scopes in alternative.items():
                if name not in schemes:
                    yield Finding(alternative.place, "security", f"{name} is no security scheme", True)
                else:
                    yield from _scopes(_followed(schemes[name]), name, scopes)


def _scopes(scheme: Node | None, name: str, wanted: Node) -> Iterator[Finding]:
    known = {scope for _, flow in scheme.items("flows") for scope, _ in flow.items("scopes")} if scheme else set()
    if scheme and scheme.text("type") == "oauth2":
        for scope in wanted.value or ():
            if scope not in known:
                yield Finding(wanted.place, "security", f"{scope} is no scope of {name}", False)


def links(root: Node) -> Iterator[Finding]:
    names = {operation.text("operationId") for _, _, _, operation in operations(root)}
    for node in walk(root):
        for _, link in node.items("links"):
            name = link.text("operationId")
            if name and name not in names:
                yield Finding(link.place, "link", f"{name} is no operationId", False)


def discriminators(root: Node) -> Iterator[Finding]:
    components = root.get("components")
    names = {name for name, _ in components.items("schemas")} if components else set()
    for node in walk(root):
        for tag, target in node.items("mapping") if node.last == "discriminator" else ():
            if isinstance(target.value, str) and not _is_there(target, names):
                yield Finding(target.place, "discriminator", f"{tag} means {target.value}, which is not there", True)


def _is_there(target: Node, names: set[str]) -> bool:
    if target.value in names:
        return True
    try:
        target.resolve(target.value if "#" in target.value else f"{target.value}#")
    except SdkError:
        return False
    return "#" in target.value


def required_members(root: Node) -> Iterator[Finding]:
    for node in walk(root):
        required = node.value.get("required") if isinstance(node.value, dict) else None
        if isinstance(required, list) and ("properties" in node.value or "allOf" in node.value):
            known = _members(node)
            for name in required:
                if known is not None and name not in known:
                    yield Finding(node.place, "required", f"{name} is required and not described", False)


def _members(node: Node) -> set[Any] | None:
    try:
        return set(shape_of(node).properties)
    except SdkError:
        return None


def doubled_values(root: Node) -> Iterator[Finding]:
    for node in walk(root):
        values = node.value.get("enum") if isinstance(node.value, dict) else None
        if isinstance(values, list) and len({repr(value) for value in values}) < len(values):
            yield Finding(node.place, "enum", "names a value twice", False)


def tags(root: Node) -> Iterator[Finding]:
    declared = {tag.text("name") for tag in root.list("tags")}
    for _, _, _, operation in operations(root):
        for tag in operation.list("tags"):
            if declared and tag.value not in declared:
                yield Finding(tag.place, "tag", f"{tag.value} is not described", False)


def lists_without_items(root: Node) -> Iterator[Finding]:
    for node in walk(root):
        if isinstance(node.value, dict) and node.value.get("type") == "array" and not _has_items(node):
            yield Finding(node.place, "items", "says nothing about what is in the list", False)


def _has_items(node: Node) -> bool:
    return bool({"items", "prefixItems", "$ref", "allOf", "oneOf", "anyOf"} & node.value.keys())


def pages(root: Node) -> Iterator[Finding]:
    for _, _, _, operation in operations(root):
        told = operation.get("x-pagination")
        if told is not None and not all(told.text(key) for key in ("cursor", "items", "next")):
            yield Finding(told.place, "pagination", "cursor, items and next are named", True)


def servers(root: Node) -> Iterator[Finding]:
    for server in root.list("servers"):
        known = {name for name, _ in server.items("variables")}
        for name in _PLACE.findall(server.text("url")):
            if name not in known:
                yield Finding(server.place, "server", f"{name} is no variable", True)


RULES: tuple[Rule, ...] = (
    dangling_references, operation_ids, nameless_operations, same_paths, path_parameters, answers, security, links,
    discriminators, required_members, doubled_values, tags, lists_without_items, pages, servers,
)  # fmt: skip
