"""Multiget reports: properties of the members that a client names by href (RFC 4791 §7.9, RFC 6352 §8.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.answers import about_properties
from a3dav.errors import BadRequest, Forbidden, NotFound
from a3dav.exchange import Response
from a3dav.headers import href_path, minimal
from a3dav.query import Wanted, multistatus, responses, status_response, wanted_of
from a3dav.resources import Path, Resource
from a3dav.storage.store import PAGE
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, text_of
from a3dav.xml.writing import href, status_element

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


def multiget(exchange: Exchange, body: Element) -> Response:
    """A row for each href of the body, whatever its encoding; 404 for what is not below the target."""
    wanted = exchange.once_read("multiget.wanted", lambda: _wanted(exchange, body))
    return multistatus(exchange, _rows(exchange, _places(exchange, body), wanted))


def _wanted(exchange: Exchange, body: Element) -> Wanted:
    wanted = wanted_of(body, minimal=minimal(exchange.request))
    wanted.question = about_properties(exchange, body)
    return wanted


def hrefs_of(exchange: Exchange, body: Element) -> list[str]:
    hrefs = [text_of(element) for element in body.iterchildren(dav("href"))]
    if not hrefs:
        raise BadRequest("a multiget names its resources by DAV:href, one at least")
    limit = exchange.house.settings.limits.multiget_hrefs
    if len(hrefs) > limit:
        raise Forbidden(
            f"a multiget may name {limit} resources, not {len(hrefs)}",
            condition=dav("number-of-matches-within-limits"),
        )
    return hrefs


def _places(exchange: Exchange, body: Element) -> list[Path | str]:
    """What is named, each once (RFC 4918 §14.24: one row each)."""

    def make() -> list[Path | str]:
        return list(dict.fromkeys(_place(exchange, text) for text in hrefs_of(exchange, body)))

    return exchange.once_read("multiget.places", make)


def _rows(exchange: Exchange, named: Sequence[Path | str], wanted: Wanted) -> Iterator[bytes]:
    for start in range(0, len(named), PAGE):
        places = named[start : start + PAGE]
        paths = [place for place in places if isinstance(place, tuple)]
        found = _readable(exchange, _members(exchange, paths))
        rows = responses(exchange, list(found.values()), wanted)
        rows += [_missing(place) for place in places if place not in found]
        if rows:
            yield b"".join(rows)


def named_members(exchange: Exchange, body: Element) -> list[Resource]:
    """The resources that a multiget names and that are there, whoever may read them."""
    paths = [place for place in _places(exchange, body) if isinstance(place, tuple)]
    return list(_members(exchange, paths).values())


def _missing(place: Path | str) -> bytes:
    if isinstance(place, tuple):
        return status_response(place, False, 404)
    return b"<D:response>" + href(place) + status_element(404) + b"</D:response>"


def _place(exchange: Exchange, text: str) -> Path | str:
    """The path of an href; one that cannot be on this server stands for itself."""
    try:
        return href_path(text, exchange.request)
    except NotFound:
        return text


def _members(exchange: Exchange, paths: Sequence[Path]) -> dict[Path, Resource]:
    """The objects among the paths that are the target or stand below it, read collection by collection."""
    target = exchange.resource
    if not target.collection:
        return {target.path: target} if target.path in paths else {}
    names: dict[Path, list[str]] = {}
    for path in paths:
        if len(path) > len(target.path) and path[: len(target.path)] == target.path:
            names.setdefault(path[:-1], []).append(path[-1])
    found: dict[Path, Resource] = {}
    for parent_path, wanted in names.items():
        parent = target if parent_path == target.path else exchange.house.resolve(parent_path)
        if parent is not None and parent.collection:
            found |= {member.path: member for member in _named(exchange, parent, wanted) if not member.collection}
    return found


def _named(exchange: Exchange, parent: Resource, names: Sequence[str]) -> Iterable[Resource]:
    if parent.stored:
        return exchange.store.by_names(parent, names).values()
    find = exchange.house.types[parent.kind].named
    return find(exchange.house, parent, names) if find is not None else ()


def _readable(exchange: Exchange, found: dict[Path, Resource]) -> dict[Path, Resource]:
    readable = exchange.house.readable(exchange.actor, list(found.values()))
    return {resource.path: resource for resource in readable}
