"""Files of YAML and JSON, and places in them, which know how to follow a reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from a3dav_sdk.errors import SdkError

_MAX_REFERENCES = 64
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the fast one where it is
    """YAML as JSON means it: `no` and `2026-01-01` are text, and a key stands once."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    loader.flatten_mapping(node)
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        # The key of a response is written 200 and means "200".
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
        if key in found:
            raise SdkError(f"line {key_node.start_mark.line + 1}: {key} stands twice")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def parse(file: Path) -> Any:
    """The content of a file; what cannot be read is one sentence."""
    try:
        text = file.read_text("utf-8")
        if text.lstrip()[:1] != "{":
            return yaml.load(text, _Loader)  # noqa: S506 a safe one
        value = json.loads(text)
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
        return value
    except UnicodeEncodeError as error:
        raise SdkError(f"{file}: it holds half a character, which no text can") from error
    except (OSError, ValueError, yaml.YAMLError, RecursionError, SdkError) as error:
        raise SdkError(f"{file}: {error}") from error


@dataclass
class Library:
    """The files that were read, each once."""

    files: dict[Path, Any] = field(default_factory=dict)

    def root(self, file: Path) -> Node:
        file = file.resolve()
        if file not in self.files:
            self.files[file] = parse(file)
        return Node(self.files[file], file, "", self)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value and where it stands; `pointer` is a JSON pointer (RFC 6901)."""

    value: Any
    file: Path
    pointer: str
    library: Library

    @property
    def place(self) -> str:
        return f"{self.file.name}#{self.pointer}"

    @property
    def last(self) -> str:
        """The name it has in what holds it."""
        return _unescaped(self.pointer.rpartition("/")[2])

    def child(self, key: str | int, value: Any) -> Node:
        escaped = str(key).replace("~", "~0").replace("/", "~1")
        return Node(value, self.file, f"{self.pointer}/{escaped}", self.library)

    def get(self, key: str) -> Node | None:
        if not isinstance(self.value, dict) or key not in self.value:
            return None
        return self.child(key, self.value[key])

    def items(self, key: str = "") -> Iterator[tuple[str, Node]]:
        """The members of an object, or of the one in its member `key`."""
        at = self.get(key) if key else self
        if at is not None and isinstance(at.value, dict):
            for name, value in at.value.items():
                yield name, at.child(name, value)

    def list(self, key: str) -> list[Node]:
        at = self.get(key)
        if at is None or not isinstance(at.value, list):
            return []
        return [at.child(number, value) for number, value in enumerate(at.value)]

    def text(self, key: str) -> str:
        """A string, or nothing."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value.strip() if isinstance(value, str) else ""

    def flag(self, key: str) -> bool:
        return isinstance(self.value, dict) and self.value.get(key) is True

    def followed(self) -> Node:
        """What a reference means in the end; anything else is itself."""
        node = self
        for _ in range(_MAX_REFERENCES):
            reference = node.text("$ref")
            if not reference:
                return node
            node = node.resolve(reference)
        raise SdkError(f"{self.place}: references go in a circle")

    def resolve(self, reference: str) -> Node:
        path, _, pointer = reference.partition("#")
        if "://" in path:
            raise SdkError(f"{self.place}: {reference} is not on this machine")
        node = self.library.root(self.file.parent / unquote(path)) if path else self.library.root(self.file)
        for part in pointer.split("/")[1:]:
            node = node._step(_unescaped(unquote(part)), f"{self.place}: nothing stands at {reference}")
        return node

    def _step(self, key: str, complaint: str) -> Node:
        if isinstance(self.value, dict) and key in self.value:
            return self.child(key, self.value[key])
        if isinstance(self.value, list) and key.isdecimal() and int(key) < len(self.value):
            return self.child(key, self.value[int(key)])
        raise SdkError(complaint)


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
