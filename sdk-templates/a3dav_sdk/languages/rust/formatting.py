"""Lines of Rust as rustfmt would break them, so that no formatter runs when packages are rendered."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

WIDTH = 100
_ARGUMENTS = 60
"""The width of arguments above which rustfmt gives each a line of its own."""


def called(head: str, arguments: Sequence[str], tail: str, indent: int) -> str:
    """A call as a statement, or as a member of a literal: `head(arguments)tail`."""
    room, row = " " * indent, ", ".join(arguments)
    line = f"{room}{head}({row}){tail}"
    if len(row) <= _ARGUMENTS and len(line) <= WIDTH:
        return line + "\n"
    inside = "".join(f"{room}    {one},\n" for one in arguments)
    return f"{room}{head}(\n{inside}{room}){tail}\n"


def signature(head: str, parameters: Sequence[str], result: str, indent: int) -> str:
    """The head of a function: `head(parameters) -> result {`."""
    room = " " * indent
    line = f"{room}{head}({', '.join(parameters)}) -> {result} {{"
    if len(line) <= WIDTH:
        return line + "\n"
    inside = "".join(f"{room}    {one},\n" for one in parameters)
    return f"{room}{head}(\n{inside}{room}) -> {result} {{\n"


def imported(path: str, names: Sequence[str]) -> str:
    """A `use` of names that are in order already."""
    if len(names) == 1:
        return f"use {path}::{names[0]};\n"
    line = f"use {path}::{{{', '.join(names)}}};\n"
    if len(line) <= WIDTH + 1:
        return line
    inside = textwrap.fill(", ".join(names) + ",", WIDTH, initial_indent="    ", subsequent_indent="    ")
    return f"use {path}::{{\n{inside}\n}};\n"


def assigned(head: str, value: str, indent: int) -> str:
    """`head = value;`, the value on a line of its own where it must."""
    room = " " * indent
    line = f"{room}{head} = {value};"
    return line + "\n" if len(line) <= WIDTH else f"{room}{head} =\n{room}    {value};\n"


def built(head: str, function: str, arguments: Sequence[str], indent: int) -> str:
    """`head = function(arguments);`: the call goes to the next line before its arguments do."""
    row = ", ".join(arguments)
    if len(row) <= _ARGUMENTS and indent + 4 + len(f"{function}({row});") <= WIDTH:
        return assigned(head, f"{function}({row})", indent)
    return called(f"{head} = {function}", arguments, ";", indent)
