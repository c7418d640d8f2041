"""Content lines of iCalendar and vCard (RFC 5545 §3.1, RFC 6350 §3.3) as a tree of components.

Reading is tolerant of what clients really send (bare line ends, folds inside of characters, vCard 2.1
parameters) and strict where a guess would be dangerous (structure, encoding, control characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from a3dav_content.errors import ContentError, LimitExceeded

Params = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class Property:
    """A content line; `name` is upper case, `value` as written, parameter values without quotes."""

    name: str
    value: str
    params: Params = ()
    group: str = ""
    line: int = 0

    def param(self, name: str) -> str | None:
        """The first value of a parameter."""
        for key, values in self.params:
            if key == name:
                return values[0] if values else ""
        return None

    def params_named(self, name: str) -> list[str]:
        """All values of a parameter, however often it is repeated."""
        return [value for key, values in self.params if key == name for value in values]

    @property
    def text(self) -> str:
        """The value of type TEXT, unescaped."""
        return unescape_text(self.value)


@dataclass(slots=True)
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)
    line: int = 0
    end: int = 0
    """The number of the line that ends it."""

    def first(self, name: str) -> Property | None:
        for entry in self.properties:
            if entry.name == name:
                return entry
        return None

    def all(self, name: str) -> list[Property]:
        return [entry for entry in self.properties if entry.name == name]

    def value(self, name: str) -> str | None:
        found = self.first(name)
        return None if found is None else found.value

    def sub(self, name: str) -> Iterator[Component]:
        return (component for component in self.components if component.name == name)


class Bounds(Protocol):
    """Settings that bound what a client may send."""

    @property
    def max_object_depth(self) -> int: ...
    @property
    def max_object_components(self) -> int: ...
    @property
    def max_object_properties(self) -> int: ...
    @property
    def max_object_line(self) -> int: ...


@dataclass(slots=True, frozen=True)
class Limits:
    """The most that one body may hold; the defaults let whole calendars through, and what was stored once."""

    depth: int = 32
    components: int = 1_000_000
    properties: int = 10_000_000
    line_length: int = 64 * 2**20

    @classmethod
    def of(cls, most: Bounds) -> Limits:
        return cls(most.max_object_depth, most.max_object_components, most.max_object_properties, most.max_object_line)


LIMITS = Limits()

_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_FOLDED_CHARACTER = re.compile(rb"(?:\x1f[\x80-\xbf]+)+")
_LINE_END = re.compile(rb"\r\n|[\n\r\x1f]")
_ANY_LINE_END = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)")
_USUAL = frozenset(
    {
        "BEGIN", "END", "UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "EXDATE", "RDATE",
        "RECURRENCE-ID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "CLASS", "TRANSP", "PRIORITY", "SEQUENCE",
        "CREATED", "LAST-MODIFIED", "COMPLETED", "CATEGORIES", "URL", "GEO", "ORGANIZER", "TRIGGER", "ACTION",
        "REPEAT", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION", "VERSION", "PRODID", "CALSCALE",
        "FN", "N", "NICKNAME", "BDAY", "NOTE", "ORG", "TITLE", "REV", "KIND", "EMAIL", "TEL",
    }
)  # fmt: skip
"""Names that most lines have, many of them without parameters."""
_PARAM = re.compile(r';[ \t]*([A-Za-z0-9_.-]+)(=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?')
_PARAM_VALUE = re.compile(r'"([^"]*)"|([^",]+)')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL_BUT_FOLD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1e\x7f]")


def parse(body: bytes, limits: Limits = LIMITS) -> list[Component]:
    """The top-level components of a body; raises ContentError for anything that is not content lines."""
    text = _decoded(body)
    root = Component("")
    stack = [root]
    components = properties = 0
    clean = _CONTROL_BUT_FOLD.search(text) is None
    for number, line in _logical_lines(text):
        if len(line) > limits.line_length:
            raise LimitExceeded("line-length", f"line {number}: longer than {limits.line_length} characters")
        name, colon, value = line.partition(":")
        plain = clean and colon and name in _USUAL
        entry = Property(name, value, (), "", number) if plain else property_of(line, number)
        if entry.name == "BEGIN":
            components += 1
            if components > limits.components or len(stack) > limits.depth:
                raise LimitExceeded("components", f"line {number}: too many or too deeply nested components")
            child = Component(entry.value.strip().upper(), line=number)
            stack[-1].components.append(child)
            stack.append(child)
        elif entry.name == "END":
            _close(stack, entry)
        elif len(stack) == 1:
            raise ContentError(f"{entry.name[:40]} stands outside of any component", number)
        else:
            properties += 1
            if properties > limits.properties:
                raise LimitExceeded("properties", f"more than {limits.properties} properties")
            stack[-1].properties.append(entry)
    if len(stack) > 1:
        raise ContentError(f"{stack[-1].name[:40]} is not ended", stack[-1].line)
    return root.components


def _close(stack: list[Component], entry: Property) -> None:
    name = entry.value.strip().upper()
    if len(stack) == 1 or stack[-1].name != name:
        open_name = stack[-1].name or "nothing"
        raise ContentError(f"END:{name[:40]} where {open_name[:40]} is open", entry.line)
    stack.pop().end = entry.line


def _decoded(body: bytes) -> str:
    """The text, where U+001F marks each fold so that lines can still be counted."""
    if b"\x1f" in body:
        raise ContentError("a control character", _line_at(body, body.index(b"\x1f")))
    marked = _FOLD.sub(b"\x1f", body.removeprefix(b"\xef\xbb\xbf"))
    try:
        return marked.decode()
    except UnicodeDecodeError:
        marked = _FOLDED_CHARACTER.sub(_fold_behind, marked)
    try:
        return marked.decode()
    except UnicodeDecodeError as error:
        raise ContentError("the text is not UTF-8", _line_at(marked, error.start)) from error


def _fold_behind(match: re.Match[bytes]) -> bytes:
    """The rest of a character first, then the folds that stood inside of it."""
    folded = match.group()
    return folded.replace(b"\x1f", b"") + b"\x1f" * folded.count(b"\x1f")


def _line_at(body: bytes, position: int) -> int:
    return len(_LINE_END.findall(body, 0, position)) + 1


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Unfolded lines that are not blank, each with the number of its first physical line."""
    number = 1
    usual = text.count("\r\n") == text.count("\n") == text.count("\r")
    for folded in text.split("\r\n") if usual else _ANY_LINE_END.split(text):
        folds = folded.count("\x1f")
        line = folded.replace("\x1f", "") if folds else folded
        if line and not line.isspace():
            yield number, line
        number += 1 + folds


_PHYSICAL = re.compile(rb"([^\r\n]*(?:(?:\r\n|\n|\r)[ \t][^\r\n]*)*)(\r\n|\n|\r|\Z)")


def places_of(body: bytes) -> dict[int, tuple[int, int]]:
    """Where each line stands in its body, with its folds and its line end, by the number that `parse` gives it."""
    places, number = {}, 1
    for match in _PHYSICAL.finditer(body):
        places[number] = match.span()
        number += 1 + len(_FOLD.findall(match.group(1)))
    return places


def property_of(line: str, number: int = 0) -> Property:
    """An unfolded content line; raises ContentError."""
    match = _NAME.match(line)
    if match is None:
        raise ContentError(f"no property name in {line[:40]!r}", number)
    if _CONTROL.search(line):
        raise ContentError("a control character", number)
    group, name = match.group(1) or "", match.group(2).upper()
    position = match.end()
    if line.startswith(":", position):
        return Property(name, line[position + 1 :], (), group, number)
    params, position = _params(line, position, number)
    if not line.startswith(":", position):
        raise ContentError(f"no colon behind {name[:40]}", number)
    return Property(name, line[position + 1 :], params, group, number)


def _params(line: str, position: int, number: int) -> tuple[Params, int]:
    found: list[tuple[str, tuple[str, ...]]] = []
    while line.startswith(";", position):
        match = _PARAM.match(line, position)
        if match is None:
            if line.startswith((";:", ";;"), position):  # seen in the wild: an empty parameter
                position += 1
                continue
            raise ContentError(f"a malformed parameter at {line[position : position + 40]!r}", number)
        name, assignment, values = match.groups()
        if assignment is None:  # vCard 2.1: TEL;HOME:…
            found.append(("TYPE", (name,)))
        else:
            found.append((name.upper(), tuple(q or p for q, p in _PARAM_VALUE.findall(values)) or ("",)))
        position = match.end()
    return tuple(found), position


_CARET = {"^n": "\n", "^'": '"', "^^": "^"}


def decode_param(value: str) -> str:
    """A parameter value without the escapes of RFC 6868."""
    return re.sub(r"\^[n'^]", lambda match: _CARET[match.group()], value) if "^" in value else value


def encode_param(value: str) -> str:
    """A parameter value with the escapes of RFC 6868."""
    escaped = value.replace("^", "^^").replace("\r\n", "^n").replace("\n", "^n")
    return escaped.replace('"', "^'")


_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def unescape_text(value: str) -> str:
    """RFC 5545 §3.3.11."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda match: "\n" if match.group(1) in "nN" else match.group(1), value)


def escape_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n")


def split_unescaped(value: str, separator: str) -> list[str]:
    """Parts between separators that no backslash protects; escapes stay in the parts."""
    parts: list[str] = []
    start = position = 0
    while position < len(value):
        if value[position] == "\\":
            position += 1
        elif value[position] == separator:
            parts.append(value[start:position])
            start = position + 1
        position += 1
    return [*parts, value[start:]]


def serialise(component: Component, eol: bytes = b"\r\n") -> bytes:
    """A component as folded content lines."""
    return b"".join(_lines_of(component, eol))


def _lines_of(component: Component, eol: bytes) -> Iterator[bytes]:
    yield b"BEGIN:" + component.name.encode() + eol
    for entry in component.properties:
        yield fold(line_of(entry), eol)
    for child in component.components:
        yield from _lines_of(child, eol)
    yield b"END:" + component.name.encode() + eol


def line_of(entry: Property) -> str:
    """An unfolded content line."""
    params = "".join(f";{name}={','.join(_quoted(value) for value in values)}" for name, values in entry.params)
    group = f"{entry.group}." if entry.group else ""
    return f"{group}{entry.name}{params}:{entry.value}"


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[,;:]", value) or not value else value


def fold(line: str, eol: bytes = b"\r\n") -> bytes:
    """RFC 5545 §3.1: pieces of 75 octets at most, never inside of a character."""
    data = line.encode()
    if len(data) <= 75:
        return data + eol
    pieces = []
    start, room = 0, 75
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, 74
    return (eol + b" ").join(pieces) + eol
