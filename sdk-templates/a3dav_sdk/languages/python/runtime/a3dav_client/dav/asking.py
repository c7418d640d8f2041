"""The requests of DAV, as steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .._body import prepared
from .._codec import ANY
from .._errors import DecodeError, MethodNotAllowed, NotFound
from .._exchange import Answer, Outgoing, exchange
from .._options import Options
from .._results import Text
from .._retry import retry_class
from .._service import _decoded
from .._wire import Steps
from .multistatus import Multistatus, key_of, path_of, read
from .values import DavItem, DavResponse, Home
from .xml import document, element, text

if TYPE_CHECKING:
    from .._core import Core

BATCH = 50
_XML = {"accept": "application/xml", "content-type": "application/xml; charset=utf-8"}
_CALDAV, _CARDDAV = "urn:ietf:params:xml:ns:caldav", "urn:ietf:params:xml:ns:carddav"
_PRINCIPAL = "{DAV:}current-user-principal"
_HOMES = (f"{{{_CALDAV}}}calendar-home-set", f"{{{_CARDDAV}}}addressbook-home-set")


def url_of(core: Core, path: str) -> str:
    """Paths of answers begin at the origin, so a prefix of the base is not put before them twice."""
    parts = urlsplit(core.base)
    prefix = parts.path
    if path.startswith(("http://", "https://")):
        return path
    path = path if path.startswith("/") else f"/{path}"
    whole = path if prefix and path.startswith(f"{prefix}/") else prefix + path
    return f"{parts.scheme}://{parts.netloc}{whole}"


def asked(
    core: Core, method: str, path: str, body: bytes | None, headers: Mapping[str, str], options: Options | None
) -> Steps[Answer]:
    content = None if body is None else lambda: body
    outgoing = Outgoing(
        method, url_of(core, path), retry_class(method), dict(headers), content, options=options or Options()
    )
    answer = yield from exchange(core, outgoing)
    return answer


def multistatus(
    core: Core, method: str, path: str, root: str, depth: str | None, options: Options | None
) -> Steps[Multistatus]:
    headers = _XML if depth is None else {**_XML, "depth": depth}
    answer = yield from asked(core, method, path, document(root), headers, options)
    if answer.status != 207:
        raise DecodeError(f"{method} was answered with {answer.status} and no multistatus", attempts=answer.attempts)
    return read(answer.body, answer.url)


def propfind(
    core: Core, path: str, properties: Iterable[str], depth: str, options: Options | None
) -> Steps[list[DavResponse]]:
    names = [element(name) for name in properties]
    inside = element("{DAV:}prop", *names) if names else element("{DAV:}allprop")
    found = yield from multistatus(core, "PROPFIND", path, element("{DAV:}propfind", inside), depth, options)
    return found.responses


def proppatch(
    core: Core, path: str, given: Mapping[str, str], removed: Iterable[str], options: Options | None
) -> Steps[list[DavResponse]]:
    parts = [_set(given)] if given else []
    names = [element(name) for name in removed]
    if names:
        parts.append(element("{DAV:}remove", element("{DAV:}prop", *names)))
    found = yield from multistatus(core, "PROPPATCH", path, element("{DAV:}propertyupdate", *parts), None, options)
    return found.responses


def _set(given: Mapping[str, str]) -> str:
    return element("{DAV:}set", element("{DAV:}prop", *(element(name, text(value)) for name, value in given.items())))


def make(core: Core, method: str, path: str, given: Mapping[str, str], options: Options | None) -> Steps[None]:
    """MKCALENDAR (RFC 4791 §5.3.1) or extended MKCOL (RFC 5689)."""
    root = f"{{{_CALDAV}}}mkcalendar" if method == "MKCALENDAR" else "{DAV:}mkcol"
    body = document(element(root, _set(given))) if given else None
    yield from asked(core, method, path, body, _XML if body else {}, options)


def get(core: Core, path: str, options: Options | None) -> Steps[Text]:
    answer = yield from asked(core, "GET", path, None, {"accept": "*/*"}, options)
    return Text(_decoded(answer.body), answer.headers.get("etag"), answer.headers.get("content-type"))


def put(
    core: Core, path: str, body: Any, content_type: str, if_match: str | None, create: bool, options: Options | None
) -> Steps[str]:
    """The new ETag, or nothing where the server stored other bytes than these."""
    content = prepared("bytes", content_type, ANY, body, core.options.random)
    headers = {"accept": "*/*", **content.headers, **_condition(if_match, create)}
    outgoing = Outgoing(
        "PUT", url_of(core, path), "idempotent", headers, content.content, content.is_repeatable,
        options=options or Options(),
    )  # fmt: skip
    answer = yield from exchange(core, outgoing)
    return str(answer.headers.get("etag"))


def _condition(if_match: str | None, create: bool = False) -> dict[str, str]:
    found = {"if-match": if_match} if if_match else {}
    return {**found, "if-none-match": "*"} if create else found


def delete(core: Core, path: str, if_match: str | None, options: Options | None) -> Steps[None]:
    yield from asked(core, "DELETE", path, None, {"accept": "*/*", **_condition(if_match)}, options)


def multiget(core: Core, path: str, hrefs: Sequence[str], kind: str, options: Options | None) -> Steps[list[DavItem]]:
    """In the order of `hrefs`, which may be of any number."""
    space, name = (_CALDAV, "calendar") if kind == "calendar" else (_CARDDAV, "address")
    root = f"{{{space}}}{'calendar' if kind == 'calendar' else 'addressbook'}-multiget"
    data = f"{{{space}}}{name}-data"
    wanted = element("{DAV:}prop", element("{DAV:}getetag"), element(data))
    items: list[DavItem] = []
    for batch in _batches(hrefs):
        body = element(root, wanted, *(element("{DAV:}href", text(href)) for href in batch))
        found = yield from multistatus(core, "REPORT", path, body, "0", options)
        by_key = {key_of(one.href): one for one in found.responses}
        items += [_item(href, by_key.get(key_of(href)), data) for href in batch]
    return items


def _batches(hrefs: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(hrefs), BATCH):
        yield hrefs[start : start + BATCH]


def _item(href: str, found: DavResponse | None, data: str) -> DavItem:
    if found is None:
        return DavItem(href, 404)
    content, etag = found.value(data), found.value("{DAV:}getetag")
    if content is None:
        missing = found.properties.get(data)
        return DavItem(found.href, found.status or (missing.status if missing else 404))
    return DavItem(found.href, 200, etag.text.strip() if etag else "", content.text)


def free_busy(core: Core, path: str, start: str, end: str, options: Options | None) -> Steps[str]:
    between = f'<x:time-range start="{text(start)}" end="{text(end)}"/>'
    query = f'<x:free-busy-query xmlns:x="{_CALDAV}">{between}</x:free-busy-query>'
    headers = {**_XML, "accept": "text/calendar", "depth": "1"}
    answer = yield from asked(core, "REPORT", path, document(query), headers, options)
    return _decoded(answer.body)


def discover(core: Core, options: Options | None) -> Steps[Home]:
    """RFC 6764: the well-known path, the principal, and its homes."""
    try:
        found = yield from propfind(core, "/.well-known/caldav", [_PRINCIPAL], "0", options)
    except (NotFound, MethodNotAllowed):
        found = yield from propfind(core, "/", [_PRINCIPAL], "0", options)
    principal = next((href for one in found for href in _hrefs(one, _PRINCIPAL, core.base)), "")
    if not principal:
        raise DecodeError("the server names no principal for this account")
    homes = yield from propfind(core, principal, _HOMES, "0", options)
    calendars, books = ([href for one in homes for href in _hrefs(one, name, core.base)] for name in _HOMES)
    return Home(principal, calendars, books)


def _hrefs(found: DavResponse, name: str, url: str) -> list[str]:
    value = found.value(name)
    return [path for href in (value.hrefs if value else []) if (path := path_of(href, url))]
