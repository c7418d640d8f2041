"""TOML, YAML and JSON text as a tree of tables, with the line of every key.

tomllib and json keep no positions, so a light scan of text that is already known to be valid finds
the lines; a key it misses (inside an inline table, say) is reported at the line of its table.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from typing import Any, cast

import yaml

Tree = dict[str, Any]
Path = tuple[str, ...]
Lines = dict[Path, int]


class UnreadableError(Exception):
    """The text is refused as a whole; `line` is 0 where none is known."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why


def parse(suffix: str, text: str) -> tuple[Tree, Lines]:
    try:
        tree, lines = FORMATS[suffix](text)
    except RecursionError:
        raise UnreadableError(0, "is nested too deeply; settings are a section and a key") from None
    if not isinstance(tree, dict):
        raise UnreadableError(0, "must hold sections with settings, such as server and its port")
    return tree, lines


_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_TOML_LINE = re.compile(rf"[ \t]*(?:\[\[?[ \t]*(?P<table>{_KEYS})[ \t]*\]|(?P<key>{_KEYS})[ \t]*=)")
_TOML_NOISE = re.compile(r'''"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*''', re.DOTALL)


_LONGEST_LINE = 4096


def _toml(text: str) -> tuple[Tree, Lines]:
    for number, line in enumerate(text.split("\n"), 1):
        # tomllib takes quadratic time for a dotted key, which cannot go beyond its line.
        if len(line) > _LONGEST_LINE:
            raise UnreadableError(number, f"has more than {_LONGEST_LINE} characters; break the line")
    try:
        tree = tomllib.loads(text)
    except ValueError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        place = int(found[1]) if found else text.count("\n") + 1
        reason = str(error).partition(" (at ")[0]
        raise UnreadableError(place, f"is not TOML: {reason}; correct the line") from None
    return tree, _toml_lines(text)


def _toml_lines(text: str) -> Lines:
    lines: Lines = {}
    table: Path = ()
    for number, line in enumerate(_TOML_NOISE.sub(_without_noise, text).split("\n"), 1):
        if not (found := _TOML_LINE.match(line)):
            continue
        names = tuple(name.strip("\"'") for name in re.findall(_KEY, found["table"] or found["key"]))
        if found["table"]:
            table = names
        _mark(lines, names if found["table"] else table + names, number)
    return lines


def _without_noise(found: re.Match[str]) -> str:
    """Leaves nothing of comments and texts over many lines but their line ends."""
    noise = found[0]
    return "\n" * noise.count("\n") if noise.startswith(("#", '"""', "'''")) else noise


def _mark(lines: Lines, path: Path, number: int) -> None:
    for length in range(1, min(len(path), 4) + 1):
        lines.setdefault(path[:length], number)


class _YamlLoader(yaml.SafeLoader):
    """Refuses aliases, which turn lines into millions of values, and tags, on which PyYAML stumbles."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None) is not None:
            raise UnreadableError(event.start_mark.line + 1, "holds an alias or a tag; write the value out")
        return super().compose_node(parent, index)


def _yaml(text: str) -> tuple[Tree, Lines]:
    lines: Lines = {}
    try:
        loader = _YamlLoader(text)
        node = loader.get_single_node()
        tree = {} if node is None else _yaml_value(loader, node, (), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 0, f"is not YAML: {error.problem}; correct the line") from None
    except yaml.YAMLError:
        raise UnreadableError(0, "is not YAML: it holds a character that cannot be printed; remove it") from None
    except ValueError:
        raise UnreadableError(0, "holds a number or date that cannot be read; correct it") from None
    return cast("Tree", tree), lines


def _yaml_value(loader: _YamlLoader, node: yaml.Node, path: Path, lines: Lines) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return loader.construct_object(node, deep=True)
    tree: Tree = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise UnreadableError(line, "holds a key that is not a name; write key: value")
        if key.value in tree:
            raise UnreadableError(line, f"names {key.value!r} twice; keep one")
        lines[*path, key.value] = line
        tree[key.value] = _yaml_value(loader, value, (*path, key.value), lines)
    return tree


_JSON_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],\n]')


def _json(text: str) -> tuple[Tree, Lines]:
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(error.lineno, f"is not JSON: {error.msg}; correct the line") from None
    except ValueError:
        raise UnreadableError(0, "holds a number that cannot be read; correct it") from None
    return tree, _json_lines(text)


def _json_lines(text: str) -> Lines:
    lines: Lines = {}
    path: list[str] = []
    opened: list[str] = []
    name_next = False
    number = 1
    for mark in _JSON_MARK.findall(text):
        if mark == "\n":
            number += 1
        elif mark in "{[":
            opened.append(mark)
            path.append("")
            name_next = mark == "{"
        elif mark in "}]":
            opened.pop()
            path.pop()
            name_next = False
        elif mark == ",":
            name_next = opened[-1] == "{"
        elif name_next:
            path[-1] = json.loads(mark)
            name_next = False
            if tuple(path) in lines and "[" not in opened:
                raise UnreadableError(number, f"names {path[-1]!r} twice; keep one")
            lines[tuple(path)] = number
    return lines


FORMATS: dict[str, Callable[[str], tuple[Tree, Lines]]] = {
    ".toml": _toml,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
}
