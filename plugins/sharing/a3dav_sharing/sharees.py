"""Whom a share is for: found by address or principal, and by whom it is to be answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from a3dav.errors import Forbidden, NotFound
from a3dav.principals import Account, Identity
from a3dav.provisioning import HOME_OWNERS
from a3dav.resources import Path, path_href
from a3dav.visibility import seen_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from a3dav.house import House

MOST_PEOPLE = 1_000
"""People in a group that something is shared with, those of groups in it among them."""
_MAILTO = "mailto:"


def sharee(house: House, identity: Identity, address: str, path_of: Callable[[str], Path]) -> Account:
    """The account behind an href."""
    return among_seen(house, identity, _by_address(house, address, path_of), address)


def among_seen(house: House, identity: Identity, found: Account | None, address: str) -> Account:
    """Who is not seen and who does not exist are refused alike, as the one who was asked for."""
    if found is None or found.id == identity.account.id or not _is_seen(house, identity, found):
        raise Forbidden(f"{address[:200]!r} is nobody here whom this could be shared with")
    return found


def _by_address(house: House, address: str, path_of: Callable[[str], Path]) -> Account | None:
    if address[: len(_MAILTO)].lower() == _MAILTO:
        return house.store.accounts.by_email(unquote(address[len(_MAILTO) :]).partition("?")[0].strip())
    try:
        path = path_of(address)
    except NotFound:
        return None
    account = house.store.accounts.by_name(path[-1]) if len(path) == 3 else None
    return account if account is not None and account.path == path else None


def _is_seen(house: House, identity: Identity, account: Account) -> bool:
    return bool(house.store.accounts.among([account.id], seen_by(house, identity)))


def address_of(account: Account) -> str:
    """What clients know a person by."""
    return f"{_MAILTO}{account.email}" if account.email else path_href(account.path, True)


def people(house: House, sharee: Account) -> list[Account]:
    """Who answers for a sharee: the account itself, or everybody in a group."""
    if sharee.kind in HOME_OWNERS:
        return [sharee]
    found: dict[bytes, Account] = {}
    _gather(house, [sharee], found, set())
    return sorted(found.values(), key=lambda account: account.id)


def _gather(house: House, groups: Iterable[Account], found: dict[bytes, Account], known: set[bytes]) -> None:
    for group in groups:
        if group.id in known:
            continue
        known.add(group.id)
        members = house.store.accounts.members(group.id)
        found |= {member.id: member for member in members if member.kind in HOME_OWNERS}
        if len(found) > MOST_PEOPLE:
            raise Forbidden(f"what is shared with a group is shared with {MOST_PEOPLE} people at most")
        _gather(house, [member for member in members if member.kind not in HOME_OWNERS], found, known)
