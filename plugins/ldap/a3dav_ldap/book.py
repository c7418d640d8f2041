"""The directory as an address book of its own account: written by synchronisations, and by nobody else."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import A3davError
from a3dav.names import is_account_name
from a3dav.principals import Account
from a3dav.provisioning import provision, whole
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.transaction import StoredBody, Transaction
from a3dav.writing import body_of, keep
from a3dav.xml.names import dav
from a3dav.xml.writing import escape
from a3dav_content.card_groups import Grouping
from a3dav_ldap import runs
from a3dav_ldap.cards import ATTRIBUTES, PHOTO_ATTRIBUTES, card_of
from a3dav_ldap.following import ACTOR
from a3dav_ldap.names import ADDRESS_BOOKS, BOOK, BOOK_NAME, CARD, CARD_TYPE

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.store import Store
    from a3dav_ldap.directory import Directory

PIECE = 50
"""Cards of one transaction: other writers wait for no more than these."""
_TITLE = dav("displayname")


@dataclass(slots=True, frozen=True)
class Card:
    uid: str
    data: bytes
    stored: StoredBody


def fill(house: House, directory: Directory, run: int, *, dry: bool) -> tuple[int, int]:
    """Makes the cards what the directory says; returns how many were written and deleted."""
    book = present(house)
    if not directory.settings.address_book or ADDRESS_BOOKS not in house.types.roots:
        return 0, _dismiss(house, book, dry=dry)
    if dry:
        return 0, 0
    book = book or house.transact(ACTOR, partial(_make, house=house))
    _name(house, book, directory.settings.address_book_name)
    written = _write_all(house, directory, book, run)
    return written, _delete_unseen(house, book, run)


def present(house: House) -> Resource | None:
    book_id = runs.book_of(house.store)[0]
    found = house.store.resource(book_id) if book_id else None
    return found if found is not None and found.kind == BOOK else None


def _make(tx: Transaction, house: House) -> Resource:
    owner = tx.store.accounts.by_id(runs.book_of(tx.store)[1]) or _make_owner(tx, house)
    tx.lock_accounts(owner.id)
    home = tx.store.home(ADDRESS_BOOKS, owner.id, owner.name)
    if home is None:
        raise A3davError(f"{owner.name} has no address books")
    made = tx.store.child(home, BOOK_NAME) or tx.make_collection(home, BOOK_NAME, BOOK)
    runs.keep_book(tx, made.id, owner.id)
    tx.store.engine.execute("DELETE FROM ldap_cards")
    tx.audit("address-book-made", resource=made)
    return made


def _make_owner(tx: Transaction, house: House) -> Account:
    """An account that nobody can sign in to, and that nobody sees."""
    name = house.section("ldap").address_book_account
    if not is_account_name(name) or tx.store.accounts.by_name(name) is not None:
        raise A3davError(f"the address book cannot belong to {name!r}; set plugins.ldap.address_book_account")
    owner = tx.store.accounts.create(Account(b"", "user", name, house.section("ldap").address_book_name))
    provision(tx, house, owner)
    tx.store.accounts.set_disabled(owner.id, True)
    tx.audit("account-created", account=owner)
    return owner


def _name(house: House, book: Resource, title: str) -> None:
    element = whole(_TITLE, escape(title))
    if house.store.properties([book]).get(book.id, {}).get(_TITLE) == element:
        return

    def work(tx: Transaction) -> None:
        tx.lock_accounts(book.account_id)
        tx.set_properties(book, {_TITLE: element})
        tx.audit("address-book-named", resource=book)

    house.transact(ACTOR, work)


def _write_all(house: House, directory: Directory, book: Resource, run: int) -> int:
    settings, written = directory.settings, 0
    photos = PHOTO_ATTRIBUTES if settings.photo_bytes else ()
    wanted = settings.address_book_filter or settings.people_filter
    with closing(directory.pages(settings.base, wanted, [settings.uuid_attribute, *ATTRIBUTES, *photos])) as pages:
        for page in pages:
            cards = {uid: data for uid, data in (card_of(entry, settings) for entry in page) if uid}
            for some in _pieces(cards):
                written += _write_changed(house, book, some)
            _note_seen(house.store, list(cards), run)
    return written


def _pieces(cards: Mapping[str, bytes]) -> list[dict[str, bytes]]:
    rest = iter(cards.items())
    return list(iter(lambda: dict(itertools.islice(rest, PIECE)), {}))


def _write_changed(house: House, book: Resource, cards: Mapping[str, bytes]) -> int:
    """What is there by the same entity tag is the same, and stays as it is."""
    there = house.store.by_names(book, [name_of(uid) for uid in cards])
    changed = []
    for uid, data in cards.items():
        body = body_of(house, data)
        member = there.get(name_of(uid))
        if member is None or house.store.etag(body) != member.etag:
            changed.append(Card(uid, data, keep(house.store, body)))
        elif body.file is not None:
            body.file.unlink(missing_ok=True)
    return house.transact(ACTOR, partial(_put, book=book, cards=changed)) if changed else 0


def _put(tx: Transaction, book: Resource, cards: Sequence[Card]) -> int:
    tx.lock_accounts(book.account_id)
    current = tx.current(book)
    if current is None:
        return 0
    for card in cards:
        before = tx.store.child(current, name_of(card.uid))
        tx.put(
            current, name_of(card.uid), before, card.stored, kind=CARD, uid=card.uid, content_type=CARD_TYPE,
            parsed=Grouping.of(card.data),
        )  # fmt: skip
    tx.audit("address-book-filled", resource=current, times=len(cards))
    return len(cards)


def name_of(uid: str) -> str:
    return f"{uid}.vcf"


def _note_seen(store: Store, uids: Sequence[str], run: int) -> None:
    def work() -> None:
        for some in batches(uids):
            rows = ", ".join(["(?, ?)"] * len(some))
            values = [value for uid in some for value in (uid, run)]
            store.engine.execute(
                f"INSERT INTO ldap_cards (uuid, seen) VALUES {rows} ON CONFLICT (uuid) DO UPDATE SET seen ="
                " CASE WHEN excluded.seen > ldap_cards.seen THEN excluded.seen ELSE ldap_cards.seen END",
                values,
            )

    if uids:
        store.engine.submit(work).result()


def _delete_unseen(house: House, book: Resource, run: int) -> int:
    deleted, sql = 0, "SELECT uuid FROM ldap_cards WHERE seen < ? LIMIT ?"
    while uids := [str(row[0]) for row in house.store.engine.rows(sql, (run, PIECE))]:
        deleted += house.transact(ACTOR, partial(_delete, book=book, uids=uids))
    return deleted


def _delete(tx: Transaction, book: Resource, uids: Sequence[str]) -> int:
    tx.lock_accounts(book.account_id)
    tx.store.engine.execute(f"DELETE FROM ldap_cards WHERE uuid IN ({marks(uids)})", uids)
    current = tx.current(book)
    doomed = list(tx.store.by_names(current, [name_of(uid) for uid in uids]).values()) if current else []
    for member in doomed:
        tx.delete(member, current or book)
    if doomed:
        tx.audit("address-book-emptied", resource=current, times=len(doomed))
    return len(doomed)


def _dismiss(house: House, book: Resource | None, *, dry: bool) -> int:
    """A directory that is no address book any more leaves none behind."""
    if book is None:
        return 0
    cards = house.store.count_members(book, 1_000_000)
    if not dry:
        house.transact(ACTOR, partial(_remove, book=book))
    return cards


def _remove(tx: Transaction, book: Resource) -> None:
    owner = tx.store.accounts.by_id(book.account_id)
    home = tx.store.home(ADDRESS_BOOKS, owner.id, owner.name) if owner else None
    current = tx.current(book)
    if owner is None or home is None or current is None:
        return
    tx.lock_accounts(owner.id)
    tx.delete(current, home)
    runs.keep_book(tx, b"", owner.id)
    tx.store.engine.execute("DELETE FROM ldap_cards")
    tx.audit("address-book-removed", resource=current)
