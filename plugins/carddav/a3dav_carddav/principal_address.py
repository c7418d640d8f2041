"""CARDDAV:principal-address (RFC 6352 §7.1.2): the card a principal chose for itself, else that of the directory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, NotFound
from a3dav.principals import PRINCIPAL_KINDS, Account
from a3dav.registries import Property, Values
from a3dav.resources import Path, Resource, path_href
from a3dav.storage.batches import batches, marks
from a3dav.xml.reading import Element, read_xml, text_of
from a3dav.xml.writing import href
from a3dav_carddav.directory import is_there, name_of
from a3dav_carddav.names import ADDRESS_BOOKS, CARD, CARDDAV, DIRECTORY, carddav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

NAME = carddav("principal-address")


def _addresses(exchange: Exchange, principals: Sequence[Resource], _: Element | None) -> Values:
    stored = exchange.stored(principals)
    chosen = {p.id: bytes.fromhex(text_of(read_xml(stored[p.id][NAME]))) for p in principals if NAME in stored[p.id]}
    paths = _paths(exchange, list(chosen.values()))
    accounts = exchange.accounts(principal.id for principal in principals)
    return [
        _address(exchange, principal, account, paths.get(chosen.get(principal.id, b"")))
        for principal, account in zip(principals, accounts, strict=True)
    ]


def _address(
    exchange: Exchange, principal: Resource, account: Account | None, chosen: tuple[bytes, Path] | None
) -> bytes | None:
    if chosen is not None and chosen[0] == principal.id:
        book, card = chosen[1]
        return href(path_href((ADDRESS_BOOKS, principal.name, book, card), False))
    if account is None or account.disabled or not is_there(exchange.house):
        return None
    return href(path_href((DIRECTORY, name_of(principal.id)), False))


def _paths(exchange: Exchange, cards: Sequence[bytes]) -> dict[bytes, tuple[bytes, Path]]:
    """Owner, address book and name of each card that is still there."""
    found: dict[bytes, tuple[bytes, Path]] = {}
    for batch in batches(cards):
        sql = (
            "SELECT r.id, r.account_id, b.name, r.name FROM resources r JOIN resources b ON b.id = r.parent_id"
            f" WHERE r.kind = ? AND r.id IN ({marks(batch)})"
        )
        for row in exchange.store.engine.rows(sql, (CARD, *batch)):
            found[bytes(row[0])] = bytes(row[1]), (str(row[2]), str(row[3]))
    return found


def _set_address(write: WriteContext, element: Element | None) -> None:
    """The identifier of the card is kept, so that the property follows it when it is moved or renamed."""
    if element is None:
        write.set_property(NAME, None)
        return
    hrefs = [text_of(entry) for entry in element.iterchildren("{DAV:}href")]
    card = _card(write, hrefs[0]) if len(hrefs) == 1 else None
    if card is None or write.before is None or (card.kind, card.account_id) != (CARD, write.before.id):
        raise Conflict("principal-address holds the DAV:href of one card in an address book of this principal")
    write.set_property(NAME, f'<principal-address xmlns="{CARDDAV}">{card.id.hex()}</principal-address>'.encode())


def _card(write: WriteContext, text: str) -> Resource | None:
    try:
        return write.house.resolve(write.path_of(text))
    except NotFound:
        return None


PRINCIPAL_ADDRESS = Property(NAME, _addresses, _set_address, frozenset(PRINCIPAL_KINDS))
