"""GET and HEAD of an address that only those know who were told: whatever is wrong with it, nothing is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from a3dav.errors import MethodNotAllowed, NotFound
from a3dav.exchange import Exchange, Request, Response
from a3dav.faults import Fault
from a3dav.headers import uncoded_tag
from a3dav.identifiers import now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.registries import Route
from a3dav.resources import Resource, path_href
from a3dav_content.timezones import TZDATA_VERSION
from a3dav_sharing.links import kept
from a3dav_sharing.links.documents import FORMS, HTML, made
from a3dav_sharing.links.kept import DAY_MS, Link
from a3dav_sharing.masks import view_of

if TYPE_CHECKING:
    from a3dav.house import House

PLACE = "links"
EDITION = 1
"""Of these documents: another one tells clients that the same calendar reads otherwise now."""
_ADDRESS = re.compile(rb"/links/([a-z2-7]{32})(\.[a-z]{3,4})?")
METHODS = "GET, HEAD, OPTIONS"
DISCREET = (
    ("Cache-Control", "private, no-cache"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ("X-Content-Type-Options", "nosniff"),
)
Found = tuple[Link, Resource, str]


def href_of(token: str) -> str:
    return path_href((PLACE, token), False)


def absolute(request: Request, href: str) -> str:
    host = (request.hosts or (request.header("host"),))[-1]
    return f"{request.scheme}://{host}{href}" if host else href


def serve(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    token, end = _asked(request)
    if request.method == "OPTIONS":
        return Response(204, headers=[("Allow", METHODS), *DISCREET])
    if request.method not in {"GET", "HEAD"}:
        raise MethodNotAllowed("a link is there to be read", headers=(("Allow", METHODS), *DISCREET))
    found: Found | None = yield Step(Lane.READ, _found, (exchange.house, token, end))
    if found is None:
        raise NotFound("there is no such link", headers=DISCREET)
    link, collection, form = found
    yield from _note(exchange, link)
    tag = _tag(exchange.house, link, collection, form)
    if _is_known(request, tag):
        return Response(304, headers=[("ETag", tag), *DISCREET])
    response: Response = yield Step(Lane.CPU, made, (exchange, link, collection, form))
    response.headers += [("ETag", tag), *DISCREET]
    return response


def _asked(request: Request) -> tuple[str, str]:
    """The token and the end of the address, which is in no log afterwards."""
    match = _ADDRESS.fullmatch(request.raw_path.partition(b"?")[0])
    request.raw_path = b"/links/-"
    return (match.group(1).decode(), (match.group(2) or b"").decode()) if match else ("", "")


def _found(house: House, token: str, end: str) -> Found | None:
    link = kept.by_token(house, token) if token and house.section("sharing").links else None
    collection = house.store.resource(link.collection_id) if link is not None else None
    if link is None or collection is None or collection.account_id != link.account_id:
        return None
    owner = house.store.accounts.by_id(link.account_id)
    forms = next((forms for kind, forms in FORMS.items() if house.types.is_a(collection.kind, kind)), {})
    if owner is None or owner.disabled or collection.kind in house.types.dormant or end not in forms:
        return None
    return link, collection, forms[end]


def _note(exchange: Exchange, link: Link) -> Steps[None]:
    today = now_ms() // DAY_MS
    if link.used_day >= today:
        return
    try:
        yield Step(Lane.WRITER, kept.note_use, (exchange.house.store, link, today))
    except Fault as fault:  # reading goes on where nothing can be written
        exchange.house.faults.tell(fault)


def _tag(house: House, link: Link, collection: Resource, form: str) -> str:
    view, _ = view_of(house, link.access)
    parts = (
        EDITION, TZDATA_VERSION, house.store.epoch, link.id.hex(), view, form, collection.counter,
        collection.content_counter, now_ms() // DAY_MS if form == HTML else 0,
    )  # fmt: skip
    return f'"{house.store.mac("/".join(map(str, parts)))}"'


def _is_known(request: Request, tag: str) -> bool:
    known = (part.strip().removeprefix("W/") for part in request.header("if-none-match").split(","))
    return any(one == "*" or (one and uncoded_tag(one) == tag) for one in known)


ROUTE = Route(f"/{PLACE}", serve, below=True, open=True)
