"""Text of a document in PHP: literals, comments, JSON and Markdown that nothing in it can end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_ESCAPED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", '"': '\\"', "$": "\\$"}


def literal(value: str) -> str:
    """In single quotes where all of it can be seen, else in double quotes with escapes."""
    if value.isprintable():
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return '"' + "".join(_ESCAPED.get(letter) or _letter(letter) for letter in value) + '"'


def _letter(letter: str) -> str:
    return letter if letter.isprintable() else f"\\u{{{ord(letter):x}}}"


def quiet(text: str) -> str:
    """For a comment: it cannot end it, and holds no tag that a tool would obey."""
    return text.replace("*/", "* /").replace("@", "&#64;")


def comment(lines: Iterable[str], indent: int) -> str:
    """A whole comment of documentation; nothing for no lines."""
    room, found = " " * indent, list(lines)
    if not found:
        return ""
    if len(found) == 1 and len(found[0]) + indent <= 113:
        return f"{room}/** {found[0]} */\n"
    inside = "".join(f"{room} * {line}".rstrip() + "\n" for line in found)
    return f"{room}/**\n{inside}{room} */\n"


def quoted_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def markdown(text: str) -> str:
    """On one line, and nothing in it is markup."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(r"([\\`*_{}\[\]<>#|!~$&])", r"\\\1", " ".join(plain.split()))


def request_line(method: str, path: str) -> str:
    """For a piece of code."""
    return f"{method} {path}".replace("`", "'").replace("|", "¦")


def fitted(start: str, parts: list[str], end: str, indent: int) -> str:
    """A call on one line where it has room, else with an argument on each."""
    room = " " * indent
    line = f"{room}{start}({', '.join(parts)}){end}"
    if len(line) <= 120:
        return line
    inside = "".join(f"{room}    {part},\n" for part in parts)
    return f"{room}{start}(\n{inside}{room}){end}"
