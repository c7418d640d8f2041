"""Texts of a description as rustdoc may have them: paragraphs, lists and words of code, and nothing that is more."""

from __future__ import annotations

import re

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s")
_MARKS = re.compile(r"[\\<>\[\]`~]")


def documented(text: str) -> str:
    """One line for each paragraph and each item of a list, with a blank line between paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            paragraphs.append([])
        elif paragraphs[-1] and not _ITEM.match(line):
            paragraphs[-1][-1] += f" {line}"
        else:
            paragraphs[-1].append(line)
    return "\n\n".join("\n".join(map(_escaped, lines)) for lines in paragraphs if lines)


def _escaped(line: str) -> str:
    """Words of code stay what they are where their marks are in pairs; all else is plain."""
    parts = line.split("`")
    if len(parts) % 2 == 0 or "``" in line:
        return _MARKS.sub(r"\\\g<0>", line)
    return "`".join(part if number % 2 else _MARKS.sub(r"\\\g<0>", part) for number, part in enumerate(parts))
