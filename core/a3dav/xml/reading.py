"""The one reader of XML bodies: bounded, no entities, no DTD, no network."""

from typing import Any, TypeAlias

from lxml import etree

from a3dav.errors import BadRequest

Element: TypeAlias = etree._Element

_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def read_xml(body: bytes, *, max_depth: int = 64) -> Element:
    """Parses a request body; raises BadRequest for anything that is not plain, shallow XML."""
    parser = etree.XMLParser(**_PARSER_OPTIONS)  # type: ignore[arg-type]
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadRequest(f"the body is not well-formed XML: {error}") from error
    if root is None:
        raise BadRequest("the body holds no XML element")
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise BadRequest("a document type declaration is not accepted in a request body")
    _refuse_deep(root, max_depth)
    return root


def _refuse_deep(root: Element, max_depth: int) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > max_depth:
            raise BadRequest(f"elements are nested deeper than {max_depth} at {element.tag}")
        if not isinstance(element.tag, str):
            raise BadRequest("entity references are not accepted in a request body")


def child(element: Element, name: str) -> Element | None:
    return next((member for member in element if member.tag == name), None)


def text_of(element: Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext())).strip()
