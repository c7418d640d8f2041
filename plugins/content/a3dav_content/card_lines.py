"""The content lines of a stored card, found and exchanged while every other byte of it stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from a3dav_content.card_upgrade import decoded
from a3dav_content.errors import ContentError, InvalidCard
from a3dav_content.lines import Property, fold, line_of, property_of

_LINE = re.compile(rb"[^\r\n]+(?:(?:\r\n|\n|\r)[ \t][^\r\n]*)*(?:\r\n|\n|\r|\Z)")
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_NAME = re.compile(rb"(?:\xef\xbb\xbf)?(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9_-]+)[ \t]*[;:]")


@dataclass
class CardLine:
    """A line as it was written; `start` and `end` are its place in the body, with its line break."""

    name: str
    start: int
    end: int
    raw: bytes

    @cached_property
    def text(self) -> str:
        try:
            return _FOLD.sub(b"", self.raw).decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise ContentError(f"{self.name} is not UTF-8") from error

    @cached_property
    def entry(self) -> Property:
        """What the line says, without the encodings of vCard 2.1."""
        return decoded(property_of(self.text))

    @property
    def value(self) -> str:
        name, colon, value = self.text.partition(":")
        return value if colon and name.upper() == self.name else self.entry.value

    def with_value(self, value: str) -> bytes:
        """The line with another value; group, name and parameters stay as they are written."""
        read = property_of(self.text)
        if read == self.entry:
            head = self.text[: len(self.text) - len(read.value)]
        else:
            head = line_of(Property(self.entry.name, "", self.entry.params, self.entry.group))
        return fold(head + value, self.eol)

    @property
    def eol(self) -> bytes:
        return b"\r\n" if self.raw.endswith(b"\r\n") else self.raw[-1:]


def lines_named(body: bytes, names: Collection[str]) -> Iterator[CardLine]:
    """The lines of these names that are the card's own, and last the line that ends it, as END."""
    depth = 0
    for match in _LINE.finditer(body):
        raw = match.group()
        found = _NAME.match(raw) or _NAME.match(_FOLD.sub(b"", raw))
        name = found[1].decode().upper() if found else ""
        if name == "BEGIN":
            depth += 1
        elif name == "END":
            depth -= 1
        if (depth == 0 and name == "END") or (depth == 1 and name in names):
            yield CardLine(name, match.start(), match.end(), raw)


def exchanged(body: bytes, pieces: Collection[tuple[int, int, bytes]]) -> bytes:
    """The body with each (start, end) replaced; the places do not overlap."""
    parts, at = [], 0
    for start, end, piece in sorted(pieces):
        parts += [body[at:start], piece]
        at = end
    return b"".join([*parts, body[at:]])


def last_place(lines: Collection[CardLine]) -> tuple[int, bytes]:
    """Where a further line goes, before that which ends the card, and how lines end there."""
    ends = [line for line in lines if line.name == "END"]
    if not ends:
        raise InvalidCard("the card has no line of its own that ends it")
    return ends[-1].start, ends[-1].eol if ends[-1].eol in {b"\r\n", b"\n", b"\r"} else b"\r\n"
