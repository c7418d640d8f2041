"""XML without a DTD, bounded in depth; written without a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from .._errors import ConfigurationError, DecodeError

MAX_DEPTH = 64
_NAME = re.compile(r"\{([^{}]*)\}([^{}:\s<>&\"'/=]+)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Element:
    """`name` is `{namespace}local`; `text` what stands directly in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    parts: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def all_text(self) -> str:
        return "".join(part if isinstance(part, str) else part.all_text for part in self.parts)

    def first(self, name: str) -> Element | None:
        return next((child for child in self.children if child.name == name), None)

    def every(self, name: str) -> list[Element]:
        return [child for child in self.children if child.name == name]


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise DecodeError(f"the XML is deeper than {MAX_DEPTH} elements")
        element = Element(_clark(name), {_clark(key): value for key, value in attributes.items()})
        if self.open:
            self.open[-1].children.append(element)
            self.open[-1].parts.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def text(self, data: str) -> None:
        if self.open:
            self.open[-1].parts.append(data)


def parse(data: bytes) -> Element:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DecodeError(f"this is no XML: {error}") from error
    assert reader.root is not None
    return reader.root


def _refuse(*_declared: object) -> None:
    raise DecodeError("XML with a DTD is not read")


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def element(name: str, *inside: str) -> str:
    """An element with its own namespace; `inside` is XML already."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise ConfigurationError(f"{name!r} is no name of the form {{namespace}}local")
    opening = f'<x:{match[2]} xmlns:x="{text(match[1])}"' if match[1] else f"<{match[2]}"
    closing = f"</x:{match[2]}>" if match[1] else f"</{match[2]}>"
    content = "".join(inside)
    return f"{opening}>{content}{closing}" if content else f"{opening}/>"


def text(value: str) -> str:
    """Text for XML, which comes back as it was."""
    if _NOT_XML.search(value):
        raise ConfigurationError("the text has a character that XML cannot hold")
    return escape(value, {'"': "&quot;", "\r": "&#13;"})


def document(root: str) -> bytes:
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + root.encode()
