"""expand-property (RFC 3253 §3.8): properties whose hrefs are followed in the same answer, a level at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from a3dav.errors import BadRequest, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.headers import href_path
from a3dav.query import Whole, Withheld, multistatus, values
from a3dav.registries import Values
from a3dav.resources import Path, Resource
from a3dav.visibility import principal
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, read_own
from a3dav.xml.writing import href, propstat

MAX_EXPANDED = 10_000
MAX_BYTES = 16 << 20
MEMBER_MICROSECONDS = 50
_PROPERTY = dav("property")


@dataclass(slots=True)
class _Budget:
    """What an answer may still grow by: a group may name members that name groups that name members."""

    properties: int
    size: int

    def spend(self, properties: int, size: int) -> None:
        self.properties -= properties
        self.size -= size
        if self.properties < 0:
            raise BadRequest(f"the report expands to more than {MAX_EXPANDED} properties")
        if self.size < 0:
            raise BadRequest(f"the report expands to more than {MAX_BYTES} bytes")


def expand_property(exchange: Exchange, body: Element) -> Response:
    _judge_names(exchange, body)
    return multistatus(exchange, _responses(exchange, [exchange.resource], body, _Budget(MAX_EXPANDED, MAX_BYTES)))


def expand_cost(exchange: Exchange, body: Element) -> int:
    """Hrefs inside of hrefs lead, by far most of them, from groups to members and back."""
    nested = any(len(entry) for entry in body.iterchildren(_PROPERTY))
    return MEMBER_MICROSECONDS * min(MAX_EXPANDED, exchange.store.accounts.memberships()) if nested else 0


def _responses(exchange: Exchange, resources: Sequence[Resource], asked: Element, budget: _Budget) -> list[bytes]:
    """A response for each resource, in their order; each property is asked for once for all of a kind."""
    rendered: dict[Path, bytes] = {}
    by_kind: dict[str, list[Resource]] = {}
    for resource in resources:
        by_kind.setdefault(resource.kind, []).append(resource)
    for kind, group in by_kind.items():
        columns = [_column(exchange, kind, group, entry, budget) for entry in asked.iterchildren(_PROPERTY)]
        for position, resource in enumerate(group):
            rendered[resource.path] = _response(exchange, resource, [(name, v[position]) for name, v in columns])
    return [rendered[resource.path] for resource in resources]


def _column(
    exchange: Exchange, kind: str, group: Sequence[Resource], entry: Element, budget: _Budget
) -> tuple[str, Values]:
    name = _name(entry)
    found = values(exchange, kind, group, name)
    for value in found:
        budget.spend(1, len(value or b""))
    return name, _expanded(exchange, found, entry, budget) if len(entry) else found


def _judge_names(exchange: Exchange, body: Element) -> None:
    """Names of properties are attributes here, which no parser has looked at as names."""
    names = b"".join(exchange.house.prefixes.element(_name(entry)) for entry in body.iter(_PROPERTY))
    try:
        _wrapped(exchange, names)
    except etree.XMLSyntaxError as error:
        raise BadRequest(f"a DAV:property of expand-property has a name that XML cannot hold: {error}") from error


def _wrapped(exchange: Exchange, content: bytes) -> Element:
    return read_own(b"<v" + exchange.house.prefixes.declarations + b">" + content + b"</v>")


def _name(entry: Element) -> str:
    try:
        return etree.QName(entry.get("namespace", "DAV:"), entry.get("name", "")).text
    except ValueError as error:
        raise BadRequest("a DAV:property of expand-property has no name") from error


def _response(exchange: Exchange, resource: Resource, found: Sequence[tuple[str, bytes | None]]) -> bytes:
    element = exchange.house.prefixes.element
    there, missing, refused = [], [], b""
    for name, value in found:
        if isinstance(value, Withheld):
            refused += propstat(403, element(name), value.error)
        elif value is None:
            missing.append(element(name))
        else:
            there.append(bytes(value) if isinstance(value, Whole) else element(name, value))
    parts = propstat(200, b"".join(there)) if there or not (missing or refused) else b""
    if missing:
        parts += propstat(404, b"".join(missing))
    parts += refused
    return b"<D:response>" + href(resource.href) + parts + b"</D:response>"


def _expanded(exchange: Exchange, found: Values, entry: Element, budget: _Budget) -> Values:
    """The values with a response in the place of each href; each resource is looked at once, however often named."""
    named = [None if value is None or isinstance(value, Withheld) else _hrefs(exchange, value) for value in found]
    by_text = _resolved(exchange, dict.fromkeys(text for texts in named if texts for text in texts))
    readable = exchange.house.readable(exchange.actor, [r for r in by_text.values() if r is not None])
    by_path = dict(zip((r.path for r in readable), _responses(exchange, readable, entry, budget), strict=True))
    shown = {text: by_path.get(r.path) if r else None for text, r in by_text.items()}
    return [
        value if texts is None else b"".join(_shown(texts, shown, budget))
        for value, texts in zip(found, named, strict=True)
    ]


def _shown(texts: Sequence[str], shown: dict[str, bytes | None], budget: _Budget) -> Iterator[bytes]:
    for text in texts:
        response = shown[text] or _absent(text)
        budget.spend(1, len(response))
        yield response


def _absent(text: str) -> bytes:
    return b"<D:response>" + href(text) + b"<D:status>HTTP/1.1 404 Not Found</D:status></D:response>"


def _hrefs(exchange: Exchange, value: bytes) -> list[str]:
    return [found.text or "" for found in _wrapped(exchange, value).iter(dav("href"))]


def _resolved(exchange: Exchange, texts: Iterable[str]) -> dict[str, Resource | None]:
    """What each href leads to, all principals by one statement."""
    paths = {text: _path(exchange, text) for text in texts}
    names = {path[-1] for path in paths.values() if path and path[0] == "principals" and len(path) == 3}
    people: dict[Path, Resource] = {
        account.path: principal(account) for account in exchange.store.accounts.by_names(names).values()
    }
    found: dict[str, Resource | None] = {}
    for text, path in paths.items():
        found[text] = people.get(path) or exchange.house.resolve(path) if path is not None else None
    return found


def _path(exchange: Exchange, text: str) -> Path | None:
    try:
        return href_path(text, exchange.request)
    except NotFound:
        return None
