"""XML out, as bytes: fragments, the multistatus and the error body.

Values are rendered by hand because a tree costs twenty times as much per member; `escape` is the
only way text may enter a fragment.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from a3dav.errors import DavError
from a3dav.xml.names import DAV, XML, split_clark
from a3dav.xml.reading import Element

PROLOGUE = b'<?xml version="1.0" encoding="utf-8"?>\n'
CONTENT_TYPE = "application/xml; charset=utf-8"

_SPECIAL = re.compile(r"[&<>\r]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"  # XML 1.0 §2.2
)

REASONS = {
    200: "OK", 201: "Created", 204: "No Content", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 409: "Conflict", 412: "Precondition Failed",
    413: "Content Too Large", 415: "Unsupported Media Type", 422: "Unprocessable Content", 423: "Locked",
    424: "Failed Dependency", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    507: "Insufficient Storage", 500: "Internal Server Error",
}  # fmt: skip


def escape(text: str) -> bytes:
    """Text as XML character data; carriage returns survive, characters XML cannot hold are replaced."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda match: _ENTITIES[match.group()], text)
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = _FORBIDDEN.sub("\ufffd", text).encode()
    if _FORBIDDEN.search(text):
        encoded = _FORBIDDEN.sub("\ufffd", text).encode()
    return encoded


def href(path: str) -> bytes:
    return b"<D:href>" + escape(path) + b"</D:href>"


def status_line(status: int) -> bytes:
    return f"HTTP/1.1 {status} {REASONS[status]}".encode()


def status_element(status: int) -> bytes:
    return b"<D:status>" + status_line(status) + b"</D:status>"


class Prefixes:
    """The namespace prefixes every response declares at its root."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # The one prefix that is bound everywhere, and may not be declared as another (Namespaces in XML §3).
        self._prefix_of = {uri: prefix for prefix, uri in prefixes.items()} | {XML: "xml"}
        self.declarations = b"".join(
            f" xmlns:{prefix}={quoteattr(uri)}".encode() for prefix, uri in sorted(prefixes.items())
        )
        self._tags: dict[str, tuple[bytes, bytes, bytes]] = {}

    def element(self, name: str, content: bytes = b"") -> bytes:
        """The element of a Clark name around content that is XML already."""
        opening, closing, empty = self._tags.get(name) or self._remember(name)
        return opening + content + closing if content else empty

    def _remember(self, name: str) -> tuple[bytes, bytes, bytes]:
        namespace, local = split_clark(name)
        prefix = self._prefix_of.get(namespace)
        if prefix:
            tag, declared = f"{prefix}:{local}", ""
        elif namespace:
            tag, declared = f"x:{local}", f" xmlns:x={quoteattr(namespace)}"
        else:
            tag, declared = local, ' xmlns=""'
        tags = (f"<{tag}{declared}>".encode(), f"</{tag}>".encode(), f"<{tag}{declared}/>".encode())
        if len(self._tags) < 1000 and len(name) < 200:  # names come from clients
            self._tags[name] = tags
        return tags

    def document(self, name: str, content: bytes) -> bytes:
        """A whole document whose root carries every declaration."""
        namespace, local = split_clark(name)
        tag = f"{self._prefix_of[namespace]}:{local}".encode()
        return PROLOGUE + b"<" + tag + self.declarations + b">" + content + b"</" + tag + b">\n"


DAV_ONLY = Prefixes({"D": DAV})


def propstat(status: int, rendered: bytes, error: bytes = b"") -> bytes:
    return b"<D:propstat><D:prop>" + rendered + b"</D:prop>" + status_element(status) + error + b"</D:propstat>"


def error_element(error: DavError) -> bytes:
    """The condition and the sentence of an error, for a propstat or a response (RFC 4918 §14.22, §14.24)."""
    if error.condition is None:
        return _description(error)
    return b"<D:error>" + DAV_ONLY.element(error.condition, error.content) + b"</D:error>" + _description(error)


def error_document(error: DavError) -> bytes:
    """The DAV:error body of RFC 4918 §16: the violated condition, and a sentence for a person."""
    inner = DAV_ONLY.element(error.condition, error.content) if error.condition else b""
    return DAV_ONLY.document(f"{{{DAV}}}error", inner + _description(error))


def _description(error: DavError) -> bytes:
    if not error.message:
        return b""
    return b"<D:responsedescription>" + escape(error.message) + b"</D:responsedescription>"


def serialise(element: Element) -> bytes:
    """An element of a request, self-contained, as it may be stored and sent again."""
    return etree.tostring(element, encoding="utf-8", with_tail=False, xml_declaration=False)
