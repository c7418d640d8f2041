"""Multistatus answers (RFC 4918 §13) of a server that nobody vouches for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from a3dav.errors import BadRequest
from a3dav.xml.names import dav, split_clark
from a3dav.xml.reading import Element, child, read_xml, text_of
from a3dav_migrate.addresses import Segments, key_of, resolve, segments
from a3dav_migrate.errors import RemoteError
from a3dav_migrate.names import COLLECTION
from a3dav_migrate.remote import Answer, Remote

MAX_DEPTH = 64


@dataclass(slots=True)
class Found:
    """One resource of an answer, with the properties that it has."""

    url: str
    path: Segments
    status: int = 200
    properties: dict[str, Element] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return key_of(self.path)

    @property
    def types(self) -> frozenset[str]:
        element = self.properties.get(dav("resourcetype"))
        return frozenset(str(entry.tag) for entry in element) if element is not None else frozenset()

    @property
    def collection(self) -> bool:
        return COLLECTION in self.types

    @property
    def etag(self) -> str:
        return self.text(dav("getetag"))

    @property
    def length(self) -> int | None:
        value = self.text(dav("getcontentlength"))
        return int(value) if value.isdecimal() and len(value) < 19 else None

    def text(self, name: str) -> str:
        return text_of(self.properties.get(name))

    def raw_text(self, name: str) -> str | None:
        """All characters of a property, white space around them too."""
        element = self.properties.get(name)
        return None if element is None else "".join(map(str, element.itertext()))

    def urls(self, name: str) -> list[str]:
        """The hrefs inside a property, as URLs of this server; those of other hosts are refused."""
        element = self.properties.get(name)
        return [] if element is None else [resolve(self.url, text_of(entry)) for entry in element.iter(dav("href"))]


@dataclass(slots=True)
class Multistatus:
    """`strays` are hrefs that lead to other hosts or are no addresses."""

    found: list[Found] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)


def propfind(remote: Remote, url: str, names: tuple[str, ...], depth: str) -> Multistatus:
    """Asks for properties; raises RemoteError for any answer but a multistatus."""
    return read(remote.propfind(url, propfind_body(names), depth))


def propfind_body(names: tuple[str, ...]) -> bytes:
    return f'<propfind xmlns="DAV:"><prop>{elements(names)}</prop></propfind>'.encode()


def elements(names: tuple[str, ...]) -> str:
    return "".join(f'<{local} xmlns="{namespace}"/>' for namespace, local in map(split_clark, names))


def read(answer: Answer) -> Multistatus:
    if answer.status != 207:
        raise RemoteError(f"{answer.url} answers {answer.status} where a multistatus was expected")
    try:
        root = _parse(answer.body)
    except BadRequest as error:
        raise RemoteError(f"the answer of {answer.url} is refused: {error}") from error
    if root.tag != dav("multistatus"):
        raise RemoteError(f"{answer.url} answers with {str(root.tag)[:100]} where a multistatus was expected")
    read_answer = Multistatus()
    for response in root.iterchildren(dav("response")):
        _read_response(answer.url, response, read_answer)
    return read_answer


def _parse(body: bytes) -> Element:
    """Keeps carriage returns, which many servers leave unescaped and XML would drop (XML 1.0 §2.11)."""
    kept = _escape_returns(body)
    if kept != body:
        try:
            return read_xml(kept, max_depth=MAX_DEPTH)
        except BadRequest:
            pass  # they stand where a reference cannot: inside of a tag, say
    return read_xml(body, max_depth=MAX_DEPTH)


def _escape_returns(body: bytes) -> bytes:
    if b"\r" not in body or b"\x00" in body or b"<![CDATA[" in body:
        return body
    start = body.find(b">", body.find(b"multistatus")) + 1
    end = body.rfind(b"</")
    return body[:start] + body[start:end].replace(b"\r", b"&#13;") + body[end:]


def _read_response(base: str, response: Element, read_answer: Multistatus) -> None:
    status = _status(response)
    properties = _properties(response)
    for href in response.iterchildren(dav("href")):
        try:
            url = resolve(base, text_of(href))
        except RemoteError as error:
            read_answer.strays.append(str(error))
            continue
        read_answer.found.append(Found(url, segments(url), status, dict(properties)))


def _properties(response: Element) -> Mapping[str, Element]:
    found: dict[str, Element] = {}
    for propstat in response.iterchildren(dav("propstat")):
        prop = child(propstat, dav("prop"))
        if prop is not None and _status(propstat) // 100 == 2:
            found |= {str(element.tag): element for element in prop}
    return found


def _status(element: Element) -> int:
    words = text_of(child(element, dav("status"))).split()
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() and len(words[1]) == 3 else 200
