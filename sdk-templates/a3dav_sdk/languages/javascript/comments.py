"""Literals and comments: text of others that can be neither code nor a tag."""

from __future__ import annotations

import json
import re

from a3dav_sdk.languages.dialect import Dialect
from a3dav_sdk.model.api import Call, Parameter


class Comments(Dialect):
    def text_literal(self, value: str) -> str:
        plain = json.dumps(value, ensure_ascii=False)[1:-1].replace('\\"', '"')
        plain = "".join(letter if letter.isprintable() else _escaped(letter) for letter in plain)
        plain = plain.replace("*/", "*\\u002f")  # a type in a comment holds literals, too
        quote = '"' if plain.count("'") > plain.count('"') else "'"
        return quote + plain.replace(quote, "\\" + quote) + quote

    def literal(self, value: object) -> str:
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
            return f"{value}n"
        return super().literal(value)

    def template(self, text: str) -> str:
        """A literal over as many lines as the text has."""
        plain = "".join(
            letter if letter.isprintable() or letter == "\n" else _escaped(letter)
            for letter in text.replace("\\", "\\\\")
        )
        return "`" + plain.replace("`", "\\`").replace("${", "\\${") + "`"

    def doc(self, text: str, indent: int = 0) -> str:
        return self.tagged(text, [], indent)

    def entry(self, name: str, value: object) -> str:
        """A member of an object of constants as the formatter writes it."""
        line = f"  {name}: {self.literal(value)},\n"
        return line if len(line) - 1 <= self.width else f"  {name}:\n    {self.literal(value)},\n"

    def fitted(self, start: str, parameters: list[str], end: str, indent: int = 2) -> str:
        """A list of parameters as the formatter writes it."""
        room = " " * indent
        line = f"{room}{start}({', '.join(parameters)}){end}"
        if len(line) <= self.width or not parameters:
            return line
        return f"{room}{start}(\n" + "".join(f"{room}  {one},\n" for one in parameters) + f"{room}){end}"

    def described(self, call: Call, tags: list[str], indent: int = 2) -> str:
        """The comment of a method."""
        parts = [call.summary, call.description if call.description != call.summary else ""]
        return self.tagged(
            "\n\n".join(part for part in parts if part), [*tags, *["@deprecated"] * call.deprecated], indent
        )

    def parameter_tag(self, call: Call, one: Parameter, type_: str = "") -> str:
        name = self.names[f"parameters {call.key}", one.key]
        return " ".join(["@param", *[type_] * bool(type_), name, *_harmless(one.description).split()])

    def tagged(self, text: str, tags: list[str], indent: int) -> str:
        """A comment with tags of ours, on one line where it has room."""
        room = " " * indent
        lines = [line.strip().removeprefix("*").strip() for line in self.wrapped(_harmless(text), f"{room} * ")]
        lines += [""] * bool(lines and tags) + tags
        if not lines:
            return ""
        if len(lines) == 1 and len(lines[0]) + indent + 7 <= self.width:
            return f"{room}/** {lines[0]} */\n"
        return f"{room}/**\n" + "".join(f"{room} * {line}".rstrip() + "\n" for line in lines) + f"{room} */\n"

    def harmless(self, code: str, text: str) -> str:
        """A tag of ours with a text of theirs, on one line."""
        return " ".join([code, *_harmless(text).split()])


def _harmless(text: str) -> str:
    """Nothing in it ends a comment, and nothing of it becomes a tag."""
    return re.sub(r"@(?=\w)", "@\u200b", text.replace("*/", "*\u2215").replace("/*", "\u2215*"))


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\u{{{code:x}}}"
