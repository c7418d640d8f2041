"""What a link leads to: a calendar or an address book as one file, as far as its access and CLASS allow it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from a3dav.exchange import Exchange, Response
from a3dav.export import attachment, pieces
from a3dav.importing import content_of
from a3dav.methods.report import at_leisure
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import read_xml, text_of
from a3dav_content.calendar_head import CalendarHead
from a3dav_content.calendar_objects import join
from a3dav_content.masking import masked, shown_card
from a3dav_content.personal import merged
from a3dav_sharing.links.kept import Link
from a3dav_sharing.links.page import page_of
from a3dav_sharing.masks import view_of
from a3dav_sharing.names import CALENDAR
from a3dav_sharing.shares import BUSY

if TYPE_CHECKING:
    from a3dav.house import House

HTML, FILE = ".html", ""
FORMS = {CALENDAR: {"": FILE, ".ics": FILE, ".html": HTML}, "addressbook": {"": FILE, ".vcf": FILE}}
"""By the kind of a collection what the ends of an address ask for."""


def made(exchange: Exchange, link: Link, collection: Resource, form: str) -> Response:
    """The document, in a process of the cpu lane."""

    def make() -> Response:
        response = _document(exchange, link, collection, form)
        return response.drawn() if exchange.request.method == "HEAD" else response

    return at_leisure(exchange, make)


def _document(exchange: Exchange, link: Link, collection: Resource, form: str) -> Response:
    house = exchange.house
    bodies, name = _bodies(house, link, collection), title_of(house, collection)
    if form == HTML:
        return page_of(house, collection, name, bodies)
    content = content_of(house, collection.kind)
    if house.types.is_a(collection.kind, CALENDAR):
        document = pieces(join(bodies, CalendarHead(name)))
    else:
        document = pieces(content.join(bodies))
    policy = ("Content-Security-Policy", "sandbox; default-src 'none'")
    told = ("Content-Disposition", attachment(name, content.suffix))
    return Response(200, document, [told, policy], f"{content.media_type}; charset=utf-8")


def title_of(house: House, collection: Resource) -> str:
    stored = house.store.properties([collection]).get(collection.id, {}).get(dav("displayname"))
    return (text_of(read_xml(stored)) if stored else "") or collection.name


def _bodies(house: House, link: Link, collection: Resource) -> Iterator[bytes]:
    member_kind = house.types[collection.kind].member
    _, judge = view_of(house, link.access)
    if not house.types.is_a(collection.kind, CALENDAR):
        see = shown_card
    elif link.access == BUSY:
        see = partial(masked, judge=judge, new_uid=partial(_uid, house, link))
    else:
        see = partial(masked, judge=judge)
    for page in house.store.pages(collection):
        members = [member for member in page if member.kind == member_kind]
        for body in house.store.bodies(members, lost=b""):
            if body and (seen := see(body)) is not None:
                yield merged(seen, None)  # nobody is woken by the alarms of others


def _uid(house: House, link: Link, uid: str) -> str:
    """Another one behind each link, so that two of them do not tell that they are about one event."""
    return hashlib.blake2b(uid.encode(), key=house.store.key, digest_size=16, salt=link.id).hexdigest()
