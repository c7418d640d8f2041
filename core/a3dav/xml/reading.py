"""The one reader of XML bodies: bounded, no entities, no DTD, no network."""

from typing import Any, TypeAlias

from lxml import etree

from a3dav.errors import BadRequest, Forbidden
from a3dav.xml.names import dav

Element: TypeAlias = etree._Element

_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


MAX_NAMESPACES = 16 * 1024
"""Characters of namespaces that may hold at one place: what is stored or sent of an element repeats them."""


def read_xml(body: bytes, *, max_depth: int = 64, max_elements: int = 10_000) -> Element:
    """Parses a request body; raises BadRequest or Forbidden for all but plain, shallow, small XML."""
    parser = etree.XMLParser(**_PARSER_OPTIONS)  # type: ignore[arg-type]
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadRequest(f"the body is not well-formed XML: {error}") from error
    if root is None:
        raise BadRequest("the body holds no XML element")
    if errors := parser.error_log.filter_from_errors():  # of two errors in namespaces, lxml raises for neither
        raise BadRequest(f"the body uses namespaces wrongly: {errors[0].message}")
    _refuse_doctype(root)
    _refuse_bombs(root, max_depth, max_elements)
    return root


def _refuse_doctype(root: Element) -> None:
    docinfo: Any = root.getroottree().docinfo
    if not docinfo.doctype:
        return
    entities = docinfo.internalDTD.iterentities() if docinfo.internalDTD is not None else ()
    if docinfo.system_url or docinfo.public_id or any(entity.system_url for entity in entities):
        raise Forbidden("what a body refers to is not fetched", condition=dav("no-external-entities"))
    raise BadRequest("a document type declaration is not accepted in a request body")


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
    return "" if element is None else "".join(map(str, element.itertext())).strip()
