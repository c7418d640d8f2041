"""The directory (draft-daboo-carddav-directory-gateway): accounts as one address book that nobody writes.

It stands at the top, once for all, so that a card has one URL and one entity tag for everybody; whose cards
somebody finds there is decided by `visibility`, as below /principals/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from a3dav.exchange import Body
from a3dav.live_properties import CALENDARSERVER, DISPLAYNAME, once
from a3dav.principals import PRINCIPAL_KINDS, Account, Identity
from a3dav.registries import Property, ResourceType
from a3dav.resources import Path, Resource, path_href
from a3dav.storage.conditions import Condition, all_of
from a3dav.visibility import ENABLED, seen_by
from a3dav.xml.names import dav
from a3dav.xml.writing import href
from a3dav_carddav.account_cards import card_of, narrowed
from a3dav_carddav.address_books import ADDRESS_BOOK_TYPE, TYPES
from a3dav_carddav.names import CARD, CARD_TYPE, DIRECTORY, DIRECTORY_CARD, HOME, carddav
from a3dav_content.card_filters import CardFilter

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House

SUFFIX = ".vcf"
DESCRIPTION = b"The people, groups, rooms and resources of this server"


def is_there(house: House) -> bool:
    return bool(house.section("carddav").directory)


def resolve(house: House, path: Path) -> Resource | None:
    if path[:1] != (DIRECTORY,) or len(path) > 2 or not is_there(house):
        return None
    directory = Resource(DIRECTORY, (DIRECTORY,), True)
    return directory if len(path) == 1 else next(iter(named(house, directory, path[1:])), None)


def named(house: House, directory: Resource, names: Sequence[str]) -> Sequence[Resource]:
    """The cards of these names that there are, whoever asks."""
    del directory
    accounts = house.store.accounts.by_ids({found for name in names if (found := account_id_of(name))})
    return [member(house, account) for account in accounts.values() if not account.disabled]


def account_id_of(name: str) -> bytes:
    try:
        identifier = UUID(name.removesuffix(SUFFIX))
    except ValueError:
        return b""
    return identifier.bytes if name == name_of(identifier.bytes) else b""


def name_of(account_id: bytes) -> str:
    return f"{UUID(bytes=account_id)}{SUFFIX}"


def member(house: House, account: Account) -> Resource:
    body, name = card_of(account), name_of(account.id)
    etag = house.store.etag(Body(data=body, length=len(body)))
    return Resource(
        DIRECTORY_CARD, (DIRECTORY, name), False, name=name, etag=etag, size=len(body), content_type=CARD_TYPE,
        created=account.created, modified=account.changed or account.created,
    )  # fmt: skip


def bodies(house: House, cards: Sequence[Resource]) -> Sequence[bytes]:
    ids = [account_id_of(card.name) for card in cards]
    accounts = house.store.accounts.by_ids(set(ids))
    return [card_of(accounts[account_id]) if account_id in accounts else b"" for account_id in ids]


def members(house: House, identity: Identity) -> Iterator[Resource]:
    for page in house.store.accounts.pages(_listed(house, identity)):
        yield from (member(house, account) for account in page)


def pages(exchange: Exchange, card_filter: CardFilter) -> Iterator[list[Resource]]:
    """Cards that can match a filter, as far as the database tells."""
    house = exchange.house
    condition = all_of((_listed(house, exchange.actor), narrowed(card_filter)))
    for page in house.store.accounts.pages(condition):
        yield [member(house, account) for account in page]


def candidates(exchange: Exchange, card_filter: CardFilter, most: int) -> int:
    """How many cards a filter has to be held against."""
    condition = all_of((_listed(exchange.house, exchange.actor), narrowed(card_filter)))
    return exchange.store.accounts.count(most, condition)


def _listed(house: House, identity: Identity) -> Condition:
    return all_of((ENABLED, seen_by(house, identity)))


def _gateway(exchange: Exchange, resources: Sequence[Resource], _: object) -> list[bytes | None]:
    value = href(path_href((DIRECTORY,), True)) if is_there(exchange.house) else None
    return [value] * len(resources)


def _none(_: Exchange, resources: Sequence[Resource], __: object) -> list[bytes | None]:
    return [None] * len(resources)


_CARD = next(entry for entry in TYPES if entry.kind == CARD)
DIRECTORY_TYPES: Iterable[ResourceType] = (
    ResourceType(
        DIRECTORY, (*ADDRESS_BOOK_TYPE, carddav("directory")), collection=True, stored=False, discreet=True, named=named
    ),
    replace(
        _CARD, kind=DIRECTORY_CARD, stored=False, bodies=bodies, portrays=lambda card: account_id_of(card.name)
    ),
)  # fmt: skip

_HERE = frozenset({DIRECTORY})
DIRECTORY_PROPERTIES = (
    Property(carddav("directory-gateway"), _gateway, kinds=frozenset({HOME, *PRINCIPAL_KINDS})),
    Property(carddav("addressbook-description"), once(lambda _: DESCRIPTION), kinds=_HERE),
    Property(DISPLAYNAME, once(lambda _: b"Directory"), kinds=_HERE, allprop=True),
    # Nothing counts its changes, and a client that saw an unchanged tag would not look again.
    Property(f"{{{CALENDARSERVER}}}getctag", _none, kinds=_HERE),
    Property(dav("sync-token"), _none, kinds=_HERE),
)
