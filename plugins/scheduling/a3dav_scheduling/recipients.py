"""Whom a calendar user address means: an account here, or somebody elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote
from uuid import UUID

from a3dav.principals import PRINCIPAL_KINDS, Account
from a3dav.resources import path_href
from a3dav.storage.conditions import one_of
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip import addresses
from a3dav_content.itip.addresses import normal

if TYPE_CHECKING:
    from a3dav.storage.store import Store

_MAIL, _URN = "mailto:", "urn:uuid:"
_PEOPLE = {"ATTENDEE", "ORGANIZER"}


def addresses_of(account: Account) -> frozenset[str]:
    """The normal addresses of an account; clients may write the URL of its principal in further ways."""
    own = [path_href(account.path, True), f"{_URN}{UUID(bytes=account.id)}", f"{_MAIL}{account.email}"]
    return frozenset(map(normal, own if account.email else own[:-1]))


def names(body: bytes, account: Account) -> bool:
    """Whether a body has an address of an account somewhere, as far as that can be seen without reading it."""
    text = body.lower()
    return any(address.lower().encode() in text for address in addresses_of(account))


def address_of(account: Account) -> str:
    """The address under which others know an account best."""
    return normal(f"{_MAIL}{account.email}" if account.email else f"{_URN}{UUID(bytes=account.id)}")


def is_ours(address: str) -> bool:
    """Whether an address has a form that only this server could know about."""
    return address.startswith(_URN) or bool(_principal(address))


def account_of(store: Store, address: str) -> Account | None:
    return accounts_of(store, [address]).get(normal(address))


def accounts_of(store: Store, addresses: Iterable[str]) -> dict[str, Account]:
    """The accounts that addresses mean, by the normal address; those of nobody here are left out."""
    wanted = {normal(address) for address in addresses} - {""}
    found = _by_mail(store, {address for address in wanted if address.startswith(_MAIL)})
    return found | _by_id(store, wanted) | _by_principal(store, wanted)


def _by_mail(store: Store, wanted: Collection[str]) -> dict[str, Account]:
    mails = sorted(address.removeprefix(_MAIL) for address in wanted)
    pages = store.accounts.pages(one_of("lower(p.email)", mails)) if mails else ()
    return {normal(f"{_MAIL}{account.email}"): account for page in pages for account in page}


def _by_id(store: Store, wanted: Collection[str]) -> dict[str, Account]:
    ids = {identifier: address for address in wanted if (identifier := _identifier(address))}
    return {ids[key]: account for key, account in store.accounts.by_ids(ids).items()}


def _identifier(address: str) -> bytes:
    try:
        return UUID(address.removeprefix(_URN)).bytes if address.startswith(_URN) else b""
    except ValueError:
        return b""


def _by_principal(store: Store, wanted: Collection[str]) -> dict[str, Account]:
    places = {address: place for address in wanted if (place := _principal(address))}
    found = store.accounts.by_names({name for _, name in places.values()})
    return {
        address: account
        for address, (folder, name) in places.items()
        if (account := found.get(name)) is not None and PRINCIPAL_KINDS[account.kind] == folder
    }


def _principal(address: str) -> tuple[str, str] | None:
    """Folder and name in the path of a principal; URLs with a host are somebody else's."""
    segments = address.rstrip("/").split("/")[-3:] if address.startswith("/") else []
    if len(segments) < 3 or segments[0] != "principals" or segments[1] not in PRINCIPAL_KINDS.values():
        return None
    return segments[1], unquote(segments[2])


def people_of(found: CalendarObject) -> frozenset[str]:
    """The normal addresses of everybody whom an object names as organizer or attendee."""
    return frozenset(
        addresses.address_of(entry)
        for component in found.components
        for entry in component.properties
        if entry.name in _PEOPLE
    ) - {""}


def mine(store: Store, account: Account, *objects: CalendarObject | None) -> frozenset[str]:
    """The addresses of an account, and whatever else means it in these objects."""
    named = frozenset[str]().union(*(people_of(found) for found in objects if found is not None))
    urls = [address for address in named if not address.startswith(_MAIL)]
    others = accounts_of(store, urls)
    return addresses_of(account) | {address for address, other in others.items() if other.id == account.id}
