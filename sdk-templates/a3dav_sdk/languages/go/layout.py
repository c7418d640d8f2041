"""Go text in the style of gofmt: literals, comments that it leaves as they are, and aligned columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_MARKUP = re.compile(r"^[#\s]+|^(?:[-*+•]|\d+[.)])\s+")
_VERB = re.compile(r"[A-Z][a-z]+[^s\W]s ")
_NOUN = re.compile(r"(An?|The|What|Who|Where|How|One) ")
_ENDS = (".", "!", "?", ":", ";", ",", "…")

Row = tuple[str, Sequence[str]]
"""A comment, which may be empty, and the columns below it."""


def quoted(value: str) -> str:
    return '"' + "".join(map(_letter, value)) + '"'


def _letter(letter: str) -> str:
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    code = ord(letter)
    return _ESCAPES.get(letter) or (
        letter if letter.isprintable() else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    )


def plain(text: str) -> str:
    """Paragraphs alone: gofmt would set lists, headings, code and links of a comment anew."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(text.splitlines()))
    found = [_sentence(" ".join(_MARKUP.sub("", line).strip() for line in one.splitlines())) for one in paragraphs]
    return "\n\n".join(one for one in found if one)


def _sentence(text: str) -> str:
    text = text.replace("''", '"').replace("``", '"')
    text = " ".join(re.sub(r"\]:", "] :", text).split())
    return text if not text or text.endswith(_ENDS) else f"{text}."


def of(name: str, text: str, verbs: bool = False) -> str:
    """As comments begin in Go: `Lists all.` → `List lists all.`, `A calendar.` → `Calendar is a calendar.`"""
    between = " " if verbs and _VERB.match(text) else " is " if _NOUN.match(text) else ""
    return f"{name}{between}{text[0].lower()}{text[1:]}" if between else text


def aligned(rows: Iterable[Row]) -> str:
    """The inside of a block. Columns are as wide as those of their neighbours without a comment between."""
    runs: list[list[Row]] = []
    for row in rows:
        if row[0] or not runs or len(runs[-1][0][1]) != len(row[1]):
            runs.append([])
        runs[-1].append(row)
    return "".join(line for run in runs for line in _lines(run))


def _lines(run: list[Row]) -> Iterable[str]:
    widths = [max(map(len, column)) for column in zip(*(cells for _, cells in run), strict=True)]
    for comment, cells in run:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        yield comment + "\t" + " ".join(padded).rstrip() + "\n"


def joined(text: str) -> str:
    """A string of several lines, each on a line of its own."""
    return " +\n\t\t".join(quoted(line) for line in text.splitlines(keepends=True)) or '""'
