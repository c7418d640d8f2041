"""The properties of RFC 3744 §4 and CalendarServer's addresses, a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, Forbidden, NotFound
from a3dav.live_properties import CALENDARSERVER, DISPLAYNAME, display_name_of, each, once
from a3dav.principals import PRINCIPAL_KINDS, Account, Role
from a3dav.registries import Property, Search, Values
from a3dav.resources import Path, Resource, path_href
from a3dav.storage.conditions import Condition
from a3dav.visibility import seen_by
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, text_of
from a3dav.xml.writing import escape, href

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

MOST_MEMBERS = 10_000
PRINCIPALS = frozenset(PRINCIPAL_KINDS)
EMAIL_ADDRESSES = f"{{{CALENDARSERVER}}}email-address-set"

Resources = Sequence[Resource]


def _accounts(exchange: Exchange, principals: Resources) -> list[Account | None]:
    return exchange.accounts(principal.id for principal in principals)


def _displayname(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
    return [escape(account.shown_name) if account else None for account in _accounts(exchange, principals)]


def _set_displayname(write: WriteContext, element: Element | None) -> None:
    write.also.append(partial(_rename, name=display_name_of(element)))


def _rename(tx: Transaction, write: WriteContext, *, name: str) -> None:
    if write.before is not None:
        tx.store.accounts.set_display_name(write.before.id, name)


def _alternates(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
    return [
        href(f"mailto:{account.email}") if account and account.email else b""
        for account in _accounts(exchange, principals)
    ]


def _email_addresses(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
    return [
        b"<CS:email-address>" + escape(account.email) + b"</CS:email-address>" if account and account.email else b""
        for account in _accounts(exchange, principals)
    ]


def _seen(exchange: Exchange) -> Condition:
    return seen_by(exchange.house, exchange.actor)


def _members(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
    """Direct members, as RFC 3744 §4.3 has it."""
    found = exchange.store.accounts.members_of(_ids(principals), _seen(exchange))
    return [_hrefs(found.get(principal.id, ())) for principal in principals]


def _groups(exchange: Exchange, principals: Resources, _: Element | None) -> Values:
    found = exchange.store.accounts.direct_groups_of(_ids(principals), _seen(exchange))
    return [_hrefs(found.get(principal.id, ())) for principal in principals]


def _ids(principals: Resources) -> list[bytes]:
    return [principal.id for principal in principals]


def _hrefs(accounts: Collection[Account]) -> bytes:
    return b"".join(href(path_href(account.path, True)) for account in accounts)


def _set_members(write: WriteContext, element: Element | None) -> None:
    """RFC 3744 §4.3 leaves it open whether groups are edited this way; administrators edit them."""
    group = write.before
    if group is None or group.kind != "group" or write.identity.account.role is not Role.ADMIN:
        raise Forbidden("administrators alone change groups", condition=dav("cannot-modify-protected-property"))
    hrefs = [] if element is None else [text_of(entry) for entry in element.iterchildren(dav("href"))]
    if len(hrefs) > MOST_MEMBERS:
        raise Forbidden(f"a group is given {MOST_MEMBERS} members at most in one request")
    write.also.append(partial(_regroup, members=_named(write, hrefs)))


def _named(write: WriteContext, hrefs: Sequence[str]) -> list[bytes]:
    paths = {text: _path(write, text) for text in dict.fromkeys(hrefs)}
    accounts = write.house.store.accounts.by_names([path[-1] for path in paths.values() if len(path) == 3])
    by_path: dict[Path, bytes] = {account.path: account.id for account in accounts.values()}
    for text, path in paths.items():
        if path not in by_path:
            raise Conflict(f"{text[:200]!r} is not a principal here")
    return [by_path[path] for path in paths.values()]


def _path(write: WriteContext, text: str) -> Path:
    try:
        return write.path_of(text)
    except NotFound:
        return ()  # stands for no principal


def _regroup(tx: Transaction, write: WriteContext, *, members: Sequence[bytes]) -> None:
    if write.before is None:
        return
    accounts, group = tx.store.accounts, tx.store.accounts.by_id(write.before.id)
    if group is None:
        raise Conflict("the group is gone")
    before = [member.id for member in accounts.members(group.id)]
    for member_id in [member_id for member_id in before if member_id not in members]:
        accounts.remove_member(group.id, member_id)
        tx.audit("group-member-removed", account=group, part=member_id)
    for member_id in [member_id for member_id in members if member_id not in before]:
        accounts.refuse_circle(group.id, member_id)
        accounts.add_member(group.id, member_id)
        tx.audit("group-member-added", account=group, part=member_id)


PROPERTIES = (
    Property(
        DISPLAYNAME, _displayname, _set_displayname, PRINCIPALS, allprop=True,
        search=Search("Name", lambda match: match.like("p.folded_name")),
    ),
    Property(
        EMAIL_ADDRESSES, _email_addresses, kinds=PRINCIPALS,
        search=Search("Mail address", lambda match: match.like("p.folded_email")),
    ),
    Property(dav("principal-URL"), each(lambda _, principal: href(principal.href)), kinds=PRINCIPALS),
    Property(
        dav("alternate-URI-set"), _alternates, kinds=PRINCIPALS,
        search=Search("Other address", lambda match: match.like("p.folded_email", "mailto:")),
    ),
    Property(dav("group-member-set"), _members, _set_members, PRINCIPALS),
    Property(dav("group-membership"), _groups, kinds=PRINCIPALS),
    Property(dav("principal-collection-set"), once(lambda _: href(path_href(("principals",), True)))),
)  # fmt: skip
