"""The one query engine: which properties are wanted, and one response element for each resource.

PROPFIND, every report and sync-collection answer through `responses`; a multistatus is produced page
by page, so that a large collection never stands in memory at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, DavError, Forbidden
from a3dav.exchange import Response
from a3dav.faults import BodyLost
from a3dav.registries import Property, Values
from a3dav.resources import Path, Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import CONTENT_TYPE, PROLOGUE, error_element, href, propstat, status_element

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


_PROP, _ALLPROP, _PROPNAME, _INCLUDE = map(dav, ("prop", "allprop", "propname", "include"))
MOST_NAMED = 64 * 1024
"""Characters of names a request may ask for: the answer has them again for every resource."""


@dataclass(slots=True)
class Wanted:
    """The properties a client asked for: by name, all of them with some more, or their names alone.

    `question` is a digest of all that a response follows from beside its resource, where that is known.
    """

    names: dict[str, Element | None] = field(default_factory=dict)
    everything: bool = False
    names_only: bool = False
    minimal: bool = False
    question: bytes = b""


def wanted_of(body: Element, *, minimal: bool = False) -> Wanted:
    """Reads prop, allprop (with include) or propname from a PROPFIND or report body (RFC 4918 §14.20)."""
    wanted = Wanted(minimal=minimal)
    choices = 0
    for child in body.iterchildren(_PROP, _ALLPROP, _PROPNAME, _INCLUDE):
        if child.tag != _INCLUDE:
            choices += 1
        elif body.tag != dav("propfind"):
            continue
        if child.tag in {_PROP, _INCLUDE}:
            wanted.names.update({str(entry.tag): entry for entry in child})
        else:
            wanted.everything = True
            wanted.names_only = child.tag == _PROPNAME
    if choices > 1:
        raise BadRequest("only one of prop, allprop and propname may be asked for")
    if sum(map(len, wanted.names)) > MOST_NAMED:
        raise BadRequest(f"the names of the properties have more than {MOST_NAMED} characters")
    return wanted


Resources = Sequence[Resource]


def responses(exchange: Exchange, resources: Resources, wanted: Wanted) -> list[bytes]:
    """A D:response for each resource, in their order; properties are asked for once a page and kind."""
    exchange.forget_stored()
    by_kind: dict[str, list[Resource]] = {}
    for resource in resources:
        by_kind.setdefault(resource.kind, []).append(resource)
    if len(by_kind) == 1:
        return _of_kind(exchange, resources[0].kind, resources, wanted)
    rendered: dict[int, bytes] = {}
    for kind, group in by_kind.items():
        for resource, response in zip(group, _of_kind(exchange, kind, group, wanted), strict=True):
            rendered[id(resource)] = response
    return [rendered[id(resource)] for resource in resources]


def _of_kind(exchange: Exchange, kind: str, group: Resources, wanted: Wanted) -> list[bytes]:
    """Responses that were told before are recalled one by one; the others are made together."""
    memory = exchange.house.memory
    if not _is_steady(exchange, kind, wanted):
        exchange.steady = False
        return list(_responses_of_kind(exchange, kind, group, wanted))
    asked = wanted.question
    if not asked or not group[0].stored or (group[0].collection and any(map(exchange.store.mounts_of, group))):
        return list(_responses_of_kind(exchange, kind, group, wanted))
    keys = [(asked, r.path, r.id, r.counter, r.content_counter, r.etag) for r in group]
    found = list(map(memory.get, keys))
    missing = [place for place, response in enumerate(found) if response is None]
    if missing:
        made = _responses_of_kind(exchange, kind, [group[place] for place in missing], wanted)
        for place, response in zip(missing, made, strict=True):
            found[place] = response
            if exchange.steady:
                memory.put(keys[place], response, len(response))
    return found


def _is_steady(exchange: Exchange, kind: str, wanted: Wanted) -> bool:
    find = exchange.house.properties.find
    entries = (find(name, kind) for name in _names(exchange, kind, wanted))
    return all(entry is None or entry.steady for entry in entries)


def _responses_of_kind(exchange: Exchange, kind: str, group: Resources, wanted: Wanted) -> Iterator[bytes]:
    columns = [
        (name, _column(exchange, kind, group, name, requested))
        for name, requested in _names(exchange, kind, wanted).items()
    ]
    dead = _dead_columns(exchange, kind, group, wanted) if wanted.everything else None
    element = exchange.house.prefixes.element
    explicit = wanted.names
    for position, resource in enumerate(group):
        unavailable = next((v for _, values in columns if isinstance(v := values[position], Unavailable)), None)
        if unavailable is not None:
            yield status_response(resource.path, resource.collection, unavailable.status, bytes(unavailable))
            continue
        found, missing, failed = [], [], []
        withheld: dict[bytes, list[bytes]] = {}
        for name, column in columns:
            value = column[position]
            if value is LOST:
                exchange.steady = False
                failed.append(element(name))
            elif isinstance(value, Withheld):
                withheld.setdefault(value.error, []).append(element(name))
            elif value is None:
                if name in explicit:
                    missing.append(element(name))
            elif wanted.names_only:
                found.append(element(name))
            elif isinstance(value, Whole):
                found.append(bytes(value))
            else:
                found.append(element(name, value))
        if dead is not None:
            found += [element(name) if wanted.names_only else xml for name, xml in dead[position]]
        refused = b"".join(propstat(403, b"".join(names), error) for error, names in withheld.items())
        yield _response(
            resource, b"".join(found), b"" if wanted.minimal else b"".join(missing), b"".join(failed), refused
        )


def _response(resource: Resource, found: bytes, missing: bytes, failed: bytes, refused: bytes) -> bytes:
    # Found before missing: a Thunderbird address book reads the first status of a response alone.
    parts = propstat(200, found) if found or not (missing or failed or refused) else b""
    if missing:
        parts += propstat(404, missing)
    parts += refused
    if failed:
        parts += propstat(500, failed)
    return b"<D:response>" + href(resource.href) + parts + b"</D:response>"


def _names(exchange: Exchange, kind: str, wanted: Wanted) -> dict[str, Element | None]:
    if not wanted.everything:
        return wanted.names
    live = exchange.house.properties.of_kind(kind)
    names: dict[str, Element | None] = {
        name: None for name, entry in live.items() if entry.allprop or wanted.names_only
    }
    return names | wanted.names


def cost_of(exchange: Exchange, resources: Resources, wanted: Wanted) -> int:
    """The CPU microseconds that dear properties of these resources take, by their own estimate."""
    by_kind: dict[str, list[Resource]] = {}
    for resource in resources:
        by_kind.setdefault(resource.kind, []).append(resource)
    entries = (
        (exchange.house.properties.find(name, kind), group, requested)
        for kind, group in by_kind.items()
        for name, requested in wanted.names.items()
    )
    return sum(entry.cost(exchange, group, requested) for entry, group, requested in entries if entry and entry.cost)


class Whole(bytes):
    """A value that is a whole element already, as stored properties are."""


class Unavailable(bytes):
    """Stands for a value without which the whole response of its resource is a status and an error."""

    status: int

    def __new__(cls, refusal: DavError) -> Unavailable:
        made = super().__new__(cls, error_element(refusal))
        made.status = refusal.status
        return made


class Withheld(bytes):
    """Stands for a value that this reader may not have; `error` is the element that tells why."""

    error: bytes

    def __new__(cls, refusal: Forbidden) -> Withheld:
        made = super().__new__(cls)
        made.error = error_element(refusal)
        return made


LOST = Whole()
"""Stands for a value that one resource cannot give, because its body is missing from the store."""


def _column(exchange: Exchange, kind: str, group: Resources, name: str, requested: Element | None) -> Values:
    """The values of a page; a body that is lost costs the resource its value, and not the others theirs."""
    try:
        return values(exchange, kind, group, name, requested)
    except BodyLost as fault:
        exchange.house.faults.tell(fault)
    if len(group) == 1:
        return [LOST]
    return [value for one in group for value in _column(exchange, kind, [one], name, requested)]


def values(exchange: Exchange, kind: str, group: Resources, name: str, requested: Element | None = None) -> Values:
    """A property of many resources of one kind, live or stored, in their order."""
    live: Property | None = exchange.house.properties.find(name, kind)
    if live is not None:
        return live.getter(exchange, group, requested)
    stored = exchange.stored(group)
    found = [stored.get(resource.id, {}).get(name) for resource in group]
    return [None if value is None else Whole(value) for value in found]


def _dead_columns(exchange: Exchange, kind: str, group: Resources, wanted: Wanted) -> list[list[tuple[str, bytes]]]:
    live = exchange.house.properties.of_kind(kind)
    stored = exchange.stored(group)
    return [
        [
            (name, xml)
            for name, xml in stored.get(resource.id, {}).items()
            if name not in live and name not in wanted.names
        ]
        for resource in group
    ]


def status_response(path: Path, collection: bool, status: int, error: bytes = b"") -> bytes:
    """A response element that carries a status instead of properties."""
    return b"<D:response>" + href(path_href(path, collection)) + status_element(status) + error + b"</D:response>"


def multistatus(exchange: Exchange, parts: Iterable[bytes], tail: Callable[[], bytes] | None = None) -> Response:
    """A 207 drawn piece by piece from `parts`; `tail` is asked for its bytes at the end."""
    return Response(207, _stream(exchange, parts, tail), content_type=CONTENT_TYPE)


def _stream(exchange: Exchange, parts: Iterable[bytes], tail: Callable[[], bytes] | None) -> Iterator[bytes]:
    yield PROLOGUE + b"<D:multistatus" + exchange.house.prefixes.declarations + b">"
    yield from parts
    yield (tail() if tail else b"") + b"</D:multistatus>\n"


def pages_of_responses(exchange: Exchange, pages: Iterable[Resources], wanted: Wanted) -> Iterator[bytes]:
    """Responses for pages of resources, without those the principal may not read."""
    for page in pages:
        readable = exchange.house.readable(exchange.actor, page)
        if readable:
            yield b"".join(responses(exchange, readable, wanted))
