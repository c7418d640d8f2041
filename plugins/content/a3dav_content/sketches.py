"""Components as they are written from another form, and edits of stored text by what changed in that form.

A stored text, what its other form makes of it, and what the wanted form makes of it are three sketches of one thing.
Their lines are tagged with the part of the form that they belong to. Where a tag says the same before and after,
the stored lines stay as they are, byte for byte; where it does not, only what differs in them is exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TypeVar

from a3dav_content.card_lines import exchanged
from a3dav_content.lines import Component, Params, Property, fold, line_of, places_of, serialise

T = TypeVar("T")
Spell = Callable[[Property], Sequence[Property]]


@dataclass(slots=True)
class Sketch:
    """A component whose lines and parts have tags; `source` is what it was read from."""

    name: str
    lines: list[tuple[str, Property]] = field(default_factory=list)
    parts: list[tuple[str, Sketch]] = field(default_factory=list)
    source: Component | None = None

    def add(self, tag: str, name: str, value: str, params: Params = ()) -> None:
        self.lines.append((tag, Property(name, value, params)))

    @property
    def is_opaque(self) -> bool:
        """Whether nobody knows what its lines say."""
        return not self.lines and not self.parts

    def component(self) -> Component:
        return Component(self.name, [entry for _, entry in self.lines], [part.component() for _, part in self.parts])

    def tagged(self, tag: str) -> list[Property]:
        return [entry for found, entry in self.lines if found == tag]


def as_written(entry: Property) -> Sequence[Property]:
    return (entry,)


def merged(body: bytes, original: Sketch, base: Sketch, wanted: Sketch, spell: Spell = as_written) -> bytes:
    """The stored body with what differs between two sketches; `spell` says how a new line is put into it."""
    editor = _Editor(body, spell)
    editor.edit(original, base, wanted)
    return exchanged(body, editor.pieces) if editor.pieces else body


class _Editor:
    """Gathers the pieces of a body that are exchanged."""

    def __init__(self, body: bytes, spell: Spell) -> None:
        self._body = body
        self._places = places_of(body)
        self._spell = spell
        self.pieces: list[tuple[int, int, bytes]] = []

    def edit(self, original: Sketch, base: Sketch, wanted: Sketch) -> None:
        source = original.source
        if source is None:
            return
        eol = self._eol(source.line)
        lines = b"".join(self._lines(original, base, wanted, eol))
        parts = b"".join(self._parts(original, base, wanted, eol))
        end = self._places[source.end][0]
        first = self._places[source.components[0].line][0] if source.components else end
        if first == end:
            lines, parts = b"", lines + parts
        if lines:
            self.pieces.append((first, first, lines))
        if parts:
            self.pieces.append((end, end, parts))

    def _eol(self, number: int) -> bytes:
        start, end = self._places[number]
        raw = self._body[start:end]
        return next((eol for eol in (b"\r\n", b"\n", b"\r") if raw.endswith(eol)), b"\r\n")

    def _lines(self, original: Sketch, base: Sketch, wanted: Sketch, eol: bytes) -> Iterator[bytes]:
        """The lines that have no place yet; those that have one are exchanged there."""
        stored, old, new = (_by_tag(sketch.lines) for sketch in (original, base, wanted))
        for tag in dict.fromkeys([*old, *new]):
            before, after = old.get(tag, []), new.get(tag, [])
            if [*map(line_of, before)] != [*map(line_of, after)]:
                yield from self._exchange(stored.get(tag, []), before, after, eol)

    def _exchange(
        self, stored: list[Property], before: list[Property], after: list[Property], eol: bytes
    ) -> Iterator[bytes]:
        if len(stored) != len(before):
            before = stored
        left = list(zip(stored, before, strict=True))
        pending: list[Property] = []
        for entry in after:
            same = next((pair for pair in left if line_of(pair[1]) == line_of(entry)), None)
            if same is None:
                pending.append(entry)
            else:
                left.remove(same)
        for entry in pending:
            pair = next((pair for pair in left if pair[1].name == entry.name), None)
            if pair is None:
                yield self._text(entry, eol)
            else:
                left.remove(pair)
                self._put(pair[0], self._text(carried(*pair, entry), eol, self._head(pair[0])))
        for gone, _ in left:
            self._put(gone, b"")

    def _text(self, entry: Property, eol: bytes, head: str = "") -> bytes:
        """The lines of a property; a `head` that names it is written as it stands there."""
        lines = [line_of(line) for line in self._spell(entry)]
        if head and lines and lines[0][: len(head)].upper() == head.upper() and lines[0][len(head)] in ";:":
            lines[0] = head + lines[0][len(head) :]
        return b"".join(fold(line, eol) for line in lines)

    def _head(self, stored: Property) -> str:
        """The group and the name of a line as they are spelt."""
        start, end = self._places[stored.line]
        return re.split(rb"[;:\r\n]", self._body[start:end], maxsplit=1)[0].decode(errors="replace")

    def _put(self, stored: Property, text: bytes) -> None:
        start, end = self._places[stored.line]
        self.pieces.append((start, end, text))

    def _parts(self, original: Sketch, base: Sketch, wanted: Sketch, eol: bytes) -> Iterator[bytes]:
        stored, old, new = (_by_tag(sketch.parts) for sketch in (original, base, wanted))
        for tag in dict.fromkeys([*old, *new]):
            yield from self._part(stored.get(tag, []), old.get(tag, []), new.get(tag, []), eol)

    def _part(
        self, stored: Sequence[Sketch], before: Sequence[Sketch], after: Sequence[Sketch], eol: bytes
    ) -> Iterator[bytes]:
        left: list[tuple[Sketch | None, Sketch]] = [*zip_longest(stored[: len(before)], before)]
        pending = []
        for sketch in after:
            same = next((pair for pair in left if pair[1] == sketch), None)
            if same is None:
                pending.append(sketch)
            else:
                left.remove(same)
        for sketch in pending:
            pair = next((pair for pair in left if pair[1].name == sketch.name and pair[0] is not None), None)
            if pair is not None and pair[0] is not None and not pair[0].is_opaque:
                left.remove(pair)
                self.edit(pair[0], pair[1], sketch)
            else:
                yield serialise(sketch.component(), eol)
        for gone, _ in left:
            if gone is not None:
                self._remove(gone)

    def _remove(self, gone: Sketch) -> None:
        if gone.source is not None:
            start, end = self._places[gone.source.line][0], self._places[gone.source.end][1]
            self.pieces.append((start, end, b""))


def _by_tag(entries: Sequence[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for tag, entry in entries:
        found.setdefault(tag, []).append(entry)
    return found


def carried(stored: Property, before: Property, after: Property) -> Property:
    """The stored line with what differs between the two; parameters that neither knows stay."""
    if not stored.name.upper() == before.name.upper() == after.name.upper():
        return after
    old, new = dict(before.params), dict(after.params)
    changed = {name for name in (*old, *new) if old.get(name) != new.get(name)}
    params = [(name, new.get(name, ()) if name in changed else values) for name, values in stored.params]
    here = {name for name, _ in stored.params}
    params += [(name, values) for name, values in after.params if name in changed and name not in here]
    return Property(
        stored.name,
        stored.value if before.value == after.value else after.value,
        tuple((name, values) for name, values in params if values),
        stored.group if before.group == after.group else after.group,
    )
