"""Which preconditions the sources of the server name in their refusals, found in their syntax trees."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from a3dav import errors
from a3dav.errors import DavError

ROOT = Path(__file__).parents[2]
SPACES = {
    "dav": "DAV:", "caldav": "urn:ietf:params:xml:ns:caldav", "carddav": "urn:ietf:params:xml:ns:carddav",
    "push": "https://bitfire.at/webdav-push",
}  # fmt: skip
Helper = tuple[str, frozenset[int]]
_NAME = re.compile(r"[a-z]+(-[A-Za-z]+)+")
_CLARK = re.compile(r"\{[^{}]+\}[A-Za-z-]+")


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Modules of the server by their names."""
    for folder in [ROOT / "core" / "a3dav", *sorted((ROOT / "plugins").glob("*/a3dav_*"))]:
        for file in sorted(folder.rglob("*.py")):
            if "testing" not in file.parts:
                name = ".".join(file.relative_to(folder.parent).with_suffix("").parts)
                yield name, ast.parse(file.read_text("utf-8"))


def conditions() -> dict[str, set[int]]:
    """`{namespace}name` → the statuses it is told with, where the source says which."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    trees = dict(sources())
    helpers = {(module, name): told for module, tree in trees.items() for name, told in _helpers(tree)}
    for module, tree in trees.items():
        constants = dict(_constants(tree))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            given = [keyword.value for keyword in call.keywords if (keyword.arg or "").endswith("condition")]
            if isinstance(call.func, ast.Name) and call.func.id.startswith("refuse"):
                given += call.args
            for name in filter(None, (_clark(one, constants) for one in given)):
                found[name] |= _status(call)
        for name, status in _by_function(tree, _known(module, tree, helpers)):
            found[name] |= status
    for name in _of_messages(trees["a3dav_content.itip.permissions"]):
        found[name] |= {403}
    return dict(found)


def _known(module: str, tree: ast.Module, helpers: dict[tuple[str, str], Helper]) -> dict[str, Helper]:
    """The helpers that a module has itself or imports."""
    known = {name: told for (place, name), told in helpers.items() if place == module}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for one in node.names:
                if (node.module or "", one.name) in helpers:
                    known[one.asname or one.name] = helpers[node.module or "", one.name]
    return known


def _of_messages(tree: ast.Module) -> Iterator[str]:
    """Preconditions of scheduling, which the library of contents names."""
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Constant)
            and _NAME.fullmatch(str(node.value.value))
        ):
            yield f"{{{SPACES['caldav']}}}{node.value.value}"


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = _clark(node.value, {})
            if name:
                yield node.targets[0].id, name


def _clark(node: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPACES and node.args:
        inner = node.args[0]
        return f"{{{SPACES[node.func.id]}}}{inner.value}" if isinstance(inner, ast.Constant) else ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CLARK.fullmatch(node.value):
        return node.value
    return constants.get(node.id, "") if isinstance(node, ast.Name) else ""


def _status(call: ast.Call) -> set[int]:
    kind = getattr(errors, call.func.id, None) if isinstance(call.func, ast.Name) else None
    is_refusal = isinstance(kind, type) and issubclass(kind, DavError)
    return {kind.status} if is_refusal and isinstance(kind.status, int) else set()


def _helpers(tree: ast.Module) -> Iterator[tuple[str, Helper]]:
    """Functions that take the local name of a condition: their namespace and their status."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            for keyword in call.keywords:
                inner = keyword.value
                if keyword.arg == "condition" and isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name):
                    argument = inner.args[0] if inner.args else None
                    if inner.func.id in SPACES and isinstance(argument, ast.Name):
                        yield function.name, (SPACES[inner.func.id], frozenset(_status(call)))


def _by_function(tree: ast.Module, helpers: dict[str, Helper]) -> Iterator[tuple[str, frozenset[int]]]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in helpers:
            space, status = helpers[call.func.id]
            for one in call.args:
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and _NAME.fullmatch(one.value):
                    yield f"{{{space}}}{one.value}", status
