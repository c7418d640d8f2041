"""The principal-match report (RFC 3744 §9.3): what in a collection stands for whoever asks, or names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.builtin.principals.asking import answered, asked_properties, refuse_depth
from a3dav.errors import BadRequest, NotFound
from a3dav.headers import href_path
from a3dav.methods.propfind import member_pages
from a3dav.principals import PRINCIPAL_KINDS
from a3dav.query import multistatus, values
from a3dav.resources import Path, Resource
from a3dav.visibility import principal
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child, read_own

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response
    from a3dav.principals import Account

MEMBER_MICROSECONDS = 20
MOST_COUNTED = 10_000


def principal_match(exchange: Exchange, body: Element) -> Response:
    refuse_depth(exchange)
    named, oneself = child(body, dav("principal-property")), child(body, dav("self"))
    if (named is None) == (oneself is None):
        raise BadRequest("principal-match takes either principal-property or self")
    wanted = asked_properties(exchange, body)
    if named is None:
        pages: Iterable[Sequence[Resource]] = [_oneself(exchange)]
    else:
        pages = _naming(exchange, _property_name(named))
    return multistatus(exchange, (part for page in pages for part in answered(exchange, page, wanted)))


def match_cost(exchange: Exchange, body: Element) -> int:
    """What is below a home is looked at one by one; by oneself and groups there is nothing to look for."""
    if child(body, dav("principal-property")) is None:
        return 0
    store, target = exchange.store, exchange.resource
    if target.stored:
        return MEMBER_MICROSECONDS * store.count_below(target.home_id, MOST_COUNTED)
    homes = store.homes(exchange.actor.account.id, "")
    count = store.accounts.count(MOST_COUNTED) + sum(store.count_below(home.id, MOST_COUNTED) for home in homes)
    return MEMBER_MICROSECONDS * count


def _oneself(exchange: Exchange) -> list[Resource]:
    """Oneself and one's groups, through groups too (RFC 3744 §2), as far as they are below the collection."""
    place = exchange.resource.path
    mine = [principal(account) for account in _matched(exchange)]
    return exchange.house.readable(exchange.actor, [found for found in mine if found.path[: len(place)] == place])


def _matched(exchange: Exchange) -> list[Account]:
    account = exchange.actor.account
    groups = exchange.store.accounts.by_ids(exchange.actor.groups)
    return [account, *sorted(groups.values(), key=lambda group: group.name)]


def _property_name(named: Element) -> str:
    names = [str(entry.tag) for entry in named]
    if len(names) != 1:
        raise BadRequest("principal-property names one property")
    return names[0]


def _naming(exchange: Exchange, name: str) -> Iterator[list[Resource]]:
    """Members, at any depth, whose property leads to oneself or to one of one's groups."""
    mine: set[Path] = {account.path for account in _matched(exchange)}
    for page in _below(exchange, exchange.resource):
        exchange.forget_stored()
        verdicts: dict[bytes, bool] = {}  # most members of a page have the same value
        found = []
        for resource, value in _valued(exchange, page, name):
            if value not in verdicts:
                verdicts[value] = _leads_to(exchange, value, mine)
            if verdicts[value]:
                found.append(resource)
        if found:
            yield found


def _valued(exchange: Exchange, page: Sequence[Resource], name: str) -> Iterator[tuple[Resource, bytes]]:
    by_kind: dict[str, list[Resource]] = {}
    for resource in page:
        by_kind.setdefault(resource.kind, []).append(resource)
    for kind, group in by_kind.items():
        for resource, value in zip(group, values(exchange, kind, group, name), strict=True):
            if value:
                yield resource, value


def _leads_to(exchange: Exchange, value: bytes, mine: set[Path]) -> bool:
    wrapped = read_own(b"<v" + exchange.house.prefixes.declarations + b">" + value + b"</v>")
    return any(_path(exchange, found.text or "") in mine for found in wrapped.iter(dav("href")))


def _path(exchange: Exchange, text: str) -> Path:
    try:
        return href_path(text, exchange.request)
    except NotFound:
        return ()


def _below(exchange: Exchange, collection: Resource) -> Iterator[list[Resource]]:
    for page in member_pages(exchange, collection):
        readable = exchange.house.readable(exchange.actor, page)
        yield readable
        for member in readable:
            if member.collection and member.kind not in PRINCIPAL_KINDS:
                yield from _below(exchange, member)
