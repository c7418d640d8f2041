"""Java text: literals, comments of Javadoc, and imports of what a file uses."""

from __future__ import annotations

import re

from a3dav_sdk.languages.java.reserved import IMPORTS

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_IN_COMMENTS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "\\": "&#92;", "*/": "*&#47;", "/*": "&#47;&#42;"}
_MENTIONED = re.compile("|".join(map(re.escape, ("*/", "/*", "&", "<", ">", "@", "\\"))))


def quoted(value: str) -> str:
    return '"' + "".join(map(_letter, value)) + '"'


def _letter(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable() and not "\ud800" <= letter <= "\udfff":
        return letter
    units = letter.encode("utf-16-be", "replace") if not "\ud800" <= letter <= "\udfff" else b"\xff\xfd"
    if len(units) == 2 and units[0] == 0:
        return f"\\{units[1]:03o}"
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def harmless(text: str) -> str:
    """Text that neither ends a comment nor means more than text in one."""
    plain = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return _MENTIONED.sub(lambda found: _IN_COMMENTS[found[0]], plain)


def commented(lines: list[str], indent: str) -> str:
    """A comment of Javadoc with its line end."""
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) < 105 - len(indent):
        return f"{indent}/** {lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines) + f"{indent} */\n"


def imports(text: str) -> str:
    """The imports of a file with this text, and a blank line."""
    found = sorted(path for name, path in IMPORTS.items() if re.search(rf"(?<![\w.\"]){name}\b", text))
    return "".join(f"import {path};\n" for path in found) + ("\n" if found else "")
