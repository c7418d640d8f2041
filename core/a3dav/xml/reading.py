"""The one reader of XML bodies: bounded, no entities, no DTD, no network."""

import ctypes
import threading
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree

from a3dav.errors import BadRequest, Forbidden
from a3dav.xml.names import dav

Element: TypeAlias = etree._Element

MAX_NAMESPACES = 16 * 1024
"""Characters of namespaces that may hold at one place: what is stored or sent of an element repeats them."""
FORGET_NAMES = 4 * 1024 * 1024
"""Bytes of XML behind which a thread forgets the names it met."""


class _Reader(threading.local):
    """The parser of a thread, as to make one costs as much as to read a small body, and what it has read."""

    def __init__(self) -> None:
        self.bytes = 0
        self.parser = _parser()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


_reader = _Reader()
_state_of_thread = ctypes.pythonapi.PyThreadState_GetDict
_state_of_thread.restype = ctypes.c_void_p  # a borrowed reference


def _bound_names(more: int) -> None:
    """Keeps lxml's dictionary of names small.

    It belongs to the thread and lives as long (lxml 6); clients fill it with names of their own until
    libxml2 refuses any new one, with "unknown error", for ever.
    """
    _reader.bytes += more
    if _reader.bytes > FORGET_NAMES:
        _reader.bytes, _reader.parser = more, _parser()
        state: dict[str, object] = ctypes.cast(_state_of_thread(), ctypes.py_object).value
        state.pop("_ParserDictionaryContext", None)  # documents that use it keep it alive


def read_own(xml: bytes) -> Element:
    """Parses what the server wrote itself; raises XMLSyntaxError."""
    _bound_names(len(xml))
    return etree.fromstring(xml)


def read_xml(body: bytes, *, max_depth: int = 64, max_elements: int = 10_000) -> Element:
    """Parses a request body; raises BadRequest or Forbidden for all but plain, shallow, small XML."""
    _bound_names(len(body))
    parser = _reader.parser
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadRequest(f"the body is not well-formed XML: {error}") from error
    if root is None:
        raise BadRequest("the body holds no XML element")
    if errors := parser.error_log.filter_from_errors():  # of two errors in namespaces, lxml raises for neither
        raise BadRequest(f"the body uses namespaces wrongly: {errors[0].message}")
    _refuse_doctype(root)
    if len(body) > min(max_elements, MAX_NAMESPACES) or b"&" in body or _deeper_than(max_depth)(root):
        _refuse_bombs(root, max_depth, max_elements)  # each that counts there takes a byte at least
    return root


def _refuse_doctype(root: Element) -> None:
    docinfo: Any = root.getroottree().docinfo
    if not docinfo.doctype:
        return
    entities = docinfo.internalDTD.iterentities() if docinfo.internalDTD is not None else ()
    if docinfo.system_url or docinfo.public_id or any(entity.system_url for entity in entities):
        raise Forbidden("what a body refers to is not fetched", condition=dav("no-external-entities"))
    raise BadRequest("a document type declaration is not accepted in a request body")


@lru_cache
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (depth + 1)})")


def _refuse_bombs(root: Element, max_depth: int, max_elements: int) -> None:
    """Attributes and declarations of namespaces count as elements do."""
    depth = seen = 0
    namespaces: list[int] = []
    for event, found in etree.iterwalk(root, events=("start", "end", "start-ns", "end-ns")):
        if event == "start":
            depth, seen = depth + 1, seen + 1 + len(found.attrib)
            if depth > max_depth:
                raise BadRequest(f"elements are nested deeper than {max_depth}")
            if not isinstance(found.tag, str):
                raise BadRequest("entity references are not accepted in a request body")
        elif event == "end":
            depth -= 1
        elif event == "start-ns":
            seen += 1
            namespaces.append(sum(map(len, found)) + sum(namespaces[-1:]))
            if namespaces[-1] > MAX_NAMESPACES:
                raise BadRequest(f"namespaces take more than {MAX_NAMESPACES} characters")
        else:
            namespaces.pop()
        if seen > max_elements:
            raise BadRequest(f"the body has more than {max_elements} elements and attributes")


def child(element: Element, name: str) -> Element | None:
    return next((member for member in element if member.tag == name), None)


def text_of(element: Element | None) -> str:
    if element is None:
        return ""
    return ("".join(map(str, element.itertext())) if len(element) else str(element.text or "")).strip()
