"""The parameters of an operation, those of its path among them."""

from __future__ import annotations

import re

from a3dav_sdk.errors import SdkError
from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.schemas import Context, Schemas, bare, shape_flag
from a3dav_sdk.model.api import Parameter
from a3dav_sdk.model.types import ANY, TEXT, Type
from a3dav_sdk.naming.words import words_of

_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form", "querystring": "form"}
_OWN = frozenset({"accept", "content-type", "authorization"})


def parameters_of(
    path: str, item: Node, operation: Node, schemas: Schemas, words: tuple[str, ...]
) -> tuple[Parameter, ...]:
    """In the order of the document, those of the path first and in its order."""
    found: dict[tuple[str, str], Parameter] = {}
    for node in [*item.list("parameters"), *operation.list("parameters")]:
        one = _parameter(node.followed(), schemas, words)
        if one is not None:
            found[one.place, one.wire] = one
    in_path = re.findall(r"\{([^{}]+)\}", path)
    for name in in_path:
        found.setdefault(
            ("path", name), Parameter(f"path:{name}", name, words_of(name), "path", "simple", False, True, TEXT)
        )
    ordered = [found[place] for place in found if place[0] != "path"]
    return tuple([found["path", name] for name in dict.fromkeys(in_path)] + ordered)


def _parameter(node: Node, schemas: Schemas, words: tuple[str, ...]) -> Parameter | None:
    place, name = node.text("in"), str(node.value.get("name", ""))
    if place not in _STYLES:
        raise SdkError(f"{node.place}: a parameter is in path, query, header, cookie or querystring")
    if place == "header" and name.lower() in _OWN:
        return None
    style = node.text("style") or _STYLES[place]
    explode = node.flag("explode") if node.get("explode") else style in {"form", "deepObject", "cookie"}
    return Parameter(  # the place is one of _STYLES
        f"{place}:{name}", name, words_of(name), place, "json" if _content(node) else style, explode,  # type: ignore[arg-type]
        node.flag("required") or place == "path", _type(node, schemas, words), node.text("description"),
        node.flag("deprecated") or shape_flag(node, "deprecated"),
    )  # fmt: skip


def _content(node: Node) -> Node | None:
    return next((media for name, media in node.items("content") if "json" in name), None)


def _type(node: Node, schemas: Schemas, words: tuple[str, ...]) -> Type:
    schema = (_content(node) or node).get("schema")
    if schema is None:
        return ANY if _content(node) else TEXT
    name = node.last if node.pointer.startswith("/components/parameters/") else str(node.value["name"])
    whole = (*words, *words_of(name)) if "/components/" not in node.pointer else words_of(name)
    key = node.pointer.strip("/")
    return bare(schemas.read(schema, Context(key, whole, words[0])))
