"""The two groups of delegates of each principal, as CalendarServer's clients know them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, Forbidden, NotFound
from a3dav.live_properties import DISPLAYNAME, each
from a3dav.principals import PRINCIPAL_KINDS, Account, Role
from a3dav.provisioning import HOME_OWNERS
from a3dav.registries import Property, ResourceType, Values
from a3dav.resources import Path, Resource, path_href
from a3dav.visibility import seen_by
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, text_of
from a3dav.xml.writing import escape, href
from a3dav_scheduling.names import PROXIES, PROXY_READ, PROXY_WRITE, calendarserver
from a3dav_scheduling.proxies.records import delegates_of, owners_by_proxy, owners_for, replace_delegates

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

MOST_DELEGATES = 1_000
_DELEGATES = frozenset({"user", "group"})

Resources = Sequence[Resource]
TYPES = tuple(
    ResourceType(
        kind,
        (dav("principal"), dav("collection"), calendarserver(kind)),
        collection=True,
        stored=False,
        portrays=lambda resource: resource.account_id,
    )
    for kind in (PROXY_READ, PROXY_WRITE)
)


def group_of(principal: Path, owner_id: bytes, kind: str) -> Resource:
    return Resource(kind, (*principal, kind), True, account_id=owner_id, name=kind)


def resolved(house: House, path: Path) -> Resource | None:
    if len(path) != 4 or path[3] not in PROXIES:
        return None
    principal = house.resolve(path[:3])
    return group_of(path[:3], principal.id, path[3]) if principal and principal.kind in HOME_OWNERS else None


def members(collection: Resource) -> Iterable[Resource] | None:
    if collection.kind not in HOME_OWNERS:
        return None
    return [group_of(collection.path, collection.id, kind) for kind in (PROXY_READ, PROXY_WRITE)]


def _writes(kind: str) -> bool:
    return kind == PROXY_WRITE


def _delegates(exchange: Exchange, groups: Resources, _: Element | None) -> Values:
    engine = exchange.store.engine
    named = [delegates_of(engine, group.account_id, writes=_writes(group.kind)) for group in groups]
    return [_hrefs(account for account in exchange.accounts(ids) if account) for ids in named]


def _hrefs(accounts: Iterable[Account]) -> bytes:
    return b"".join(href(path_href(account.path, True)) for account in sorted(accounts, key=lambda one: one.name))


def _set_delegates(write: WriteContext, element: Element | None) -> None:
    hrefs = [] if element is None else [text_of(entry) for entry in element.iterchildren(dav("href"))]
    if len(hrefs) > MOST_DELEGATES:
        raise Forbidden(f"somebody has {MOST_DELEGATES} delegates at most")
    write.also.append(partial(_replace, delegates=_named(write, hrefs)))


def _named(write: WriteContext, hrefs: Sequence[str]) -> list[bytes]:
    """The accounts of these principals, as far as who asks may see them."""
    paths = {text: _path(write, text) for text in dict.fromkeys(hrefs)}
    accounts = write.house.store.accounts
    found = accounts.by_names([path[-1] for path in paths.values() if len(path) == 3])
    seen = accounts.among([account.id for account in found.values()], seen_by(write.house, write.identity))
    by_path: dict[Path, Account] = {account.path: account for account in found.values() if account.id in seen}
    for text, path in paths.items():
        if path not in by_path:
            raise Conflict(f"{text[:200]!r} is not a principal here")
    return [_fit(write, by_path[path]) for path in paths.values()]


def _fit(write: WriteContext, account: Account) -> bytes:
    if account.kind not in _DELEGATES:
        raise Conflict(f"{account.name} is a {account.kind} and nobody's delegate")
    if write.before is not None and account.id == write.before.account_id:
        raise Conflict("nobody is their own delegate")
    return account.id


def _path(write: WriteContext, text: str) -> Path:
    try:
        return write.path_of(text)
    except NotFound:
        return ()


def _replace(tx: Transaction, write: WriteContext, *, delegates: Sequence[bytes]) -> None:
    owner = tx.store.accounts.by_id(write.before.account_id) if write.before else None
    if owner is None or write.before is None:
        raise Conflict("the account is gone")
    replace_delegates(tx, owner, delegates, writes=_writes(write.before.kind))


def refuse_other_properties(write: WriteContext) -> None:
    """A list of delegates has no properties that a client could store."""
    if write.operation == "proppatch" and write.kind in PROXIES and write.properties:
        raise Forbidden(
            "of a list of delegates, who is in it can be changed alone",
            condition=dav("cannot-modify-protected-property"),
        )


def _displayname(exchange: Exchange, groups: Resources, _: Element | None) -> Values:
    owners = exchange.accounts(group.account_id for group in groups)
    return [
        escape(f"{owner.shown_name} ({group.kind})") if owner else None
        for owner, group in zip(owners, groups, strict=True)
    ]


def _refuse(_: WriteContext, __: Element | None) -> None:
    raise Forbidden("the property is protected", condition=dav("cannot-modify-protected-property"))


def _may_know(exchange: Exchange, principal: Resource) -> bool:
    """Whose delegate somebody is they see themselves, and administrators do."""
    actor = exchange.actor
    return principal.id in {actor.account.id, *actor.groups} or actor.account.role is Role.ADMIN


def served(*, writes: bool) -> Callable[..., Values]:
    """The principals whose delegate somebody is, through groups too."""

    def getter(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
        accounts = exchange.store.accounts
        return [
            _owners(exchange, {principal.id, *accounts.groups_of(principal.id)}, writes=writes)
            if _may_know(exchange, principal)
            else b""
            for principal in principals
        ]

    return getter


def _owners(exchange: Exchange, proxies: Collection[bytes], *, writes: bool) -> bytes:
    found = owners_for(exchange.store.engine, proxies)
    ids = [owner for owner, ways in found.items() if writes in ways]
    return _hrefs(account for account in exchange.accounts(ids) if account)


def memberships(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
    """The lists of delegates that name a principal itself, beside the groups it is in."""
    asked = [principal.id for principal in principals if _may_know(exchange, principal)]
    named = owners_by_proxy(exchange.store.engine, asked)
    ids = list({owner for lists in named.values() for owner, _ in lists})
    owners = {account.id: account for account in exchange.accounts(ids) if account}
    return [_lists(named.get(principal.id, ()), owners) for principal in principals]


def _lists(named: Iterable[tuple[bytes, bool]], owners: Mapping[bytes, Account]) -> bytes:
    places = sorted(
        (*owners[owner].path, PROXY_WRITE if writes else PROXY_READ) for owner, writes in named if owner in owners
    )
    return b"".join(href(path_href(place, True)) for place in places)


PRINCIPALS = frozenset(PRINCIPAL_KINDS)
MEMBERSHIP = dav("group-membership")
PROPERTIES = (
    Property(DISPLAYNAME, _displayname, _refuse, PROXIES, allprop=True),
    Property(dav("principal-URL"), each(lambda _, group: href(group.href)), kinds=PROXIES),
    Property(dav("alternate-URI-set"), each(lambda *_: b""), kinds=PROXIES),
    Property(MEMBERSHIP, each(lambda *_: b""), kinds=PROXIES),
    Property(dav("group-member-set"), _delegates, _set_delegates, PROXIES),
    Property(calendarserver("calendar-proxy-read-for"), served(writes=False), kinds=PRINCIPALS),
    Property(calendarserver("calendar-proxy-write-for"), served(writes=True), kinds=PRINCIPALS),
)
