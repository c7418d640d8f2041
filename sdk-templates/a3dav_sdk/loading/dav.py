"""The verbs of DAV, its properties and its preconditions, as a document lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a3dav_sdk.errors import SdkError
from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.operations import methods_of
from a3dav_sdk.model.api import Dav, DavCondition, DavMethod, DavProperty
from a3dav_sdk.model.retry import retry_class
from a3dav_sdk.naming.words import words_of

_SAYS_NOTHING = frozenset({"ns", "org", "com", "net", "http", "https", "xml", "www"})


def dav_of(root: Node) -> Dav:
    methods: dict[str, DavMethod] = {}
    for _, item in root.items("paths"):
        for name, operation in methods_of(item.followed()):
            summary = operation.text("summary")
            methods.setdefault(name, DavMethod(name, (name.lower(),), retry_class(name), summary))
    return Dav(tuple(methods[name] for name in sorted(methods)), tuple(_properties(root)), tuple(_conditions(root)))


def _properties(root: Node) -> Iterator[DavProperty]:
    for namespace, local, node in _entries(root, "x-dav-properties"):
        yield DavProperty(
            f"{{{namespace}}}{local}", _words(namespace, local), namespace, local, node.text("value") or "xml",
            node.flag("protected"), node.text("description"),
        )  # fmt: skip


def _conditions(root: Node) -> Iterator[DavCondition]:
    for namespace, local, node in _entries(root, "x-dav-preconditions"):
        statuses = tuple(int(one) for one in node.value.get("statuses", []))
        yield DavCondition(
            f"{{{namespace}}}{local}", _words(namespace, local), namespace, local, statuses, node.text("description")
        )


def _words(namespace: str, local: str) -> tuple[str, ...]:
    """What is not of DAV: itself has its namespace in its name: two of them know a max-resource-size."""
    if namespace == "DAV:":
        return words_of(local)
    parts = [part for part in re.split(r"[/:.]+", namespace.removesuffix("/ns/").removesuffix("/")) if part]
    told = next((part for part in reversed(parts) if part not in _SAYS_NOTHING), "other")
    return (*words_of(told), *words_of(local))


def _entries(root: Node, key: str) -> list[tuple[str, str, Node]]:
    found = []
    for node in root.list(key):
        namespace, local = node.text("namespace"), node.text("name")
        if not local:
            raise SdkError(f"{node.place}: a name is missing")
        found.append((namespace, local, node))
    return sorted(found, key=lambda one: one[:2])
