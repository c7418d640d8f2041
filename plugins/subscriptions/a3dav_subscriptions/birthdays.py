"""The calendar of an account with the birthdays of its contacts, made anew behind every change of a card."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.names import tidy
from a3dav.provisioning import whole
from a3dav.registries import Delivery, Message
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Change, Operation, Transaction
from a3dav.xml.names import dav
from a3dav_content.calendar_index import strict_index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.cards import Card
from a3dav_content.dates import format_utc
from a3dav_content.errors import ContentError
from a3dav_subscriptions.days import days_of, event
from a3dav_subscriptions.filling import METHOD, Wanted, fill
from a3dav_subscriptions.names import ADDRESS_BOOK, BIRTHDAYS, CALENDARS, CARD, COMPONENT_SET

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.storage.store import Store

KIND = "birthdays"
"""Of the message that asks for the calendar of its account to be made anew."""
NAME, TITLE = "birthdays", b"Birthdays"
PAUSE_MS = 3_000
"""A client that uploads an address book changes many cards, and one calendar."""
_MARKS = (b"BDAY", b"ANNIVERSARY", b"X-ABDATE")


def note_changes(house: House, tx: Transaction) -> None:
    """Behind every transaction: whose cards changed, and who does not want the calendar any more."""
    concerned = {change.resource.account_id for change in tx.changes if _concerns(tx, change)}
    for account_id in concerned if house.section("subscriptions").birthdays else ():
        if is_wanted(tx.store, account_id):
            ask_for(tx, account_id)
    for change in tx.changes:
        if change.operation is Operation.DELETE and change.before is not None and change.before.kind == BIRTHDAYS:
            _want(tx, change.before.account_id, wanted=False)


def _concerns(tx: Transaction, change: Change) -> bool:
    """Whether a calendar of birthdays may have to follow a card, or the first one has to be made."""
    if CARD not in change.kinds or change.operation is Operation.PROPPATCH:
        return False
    if change.after is not None and change.after.kind == CARD and _has_days(tx.body(change.after)):
        return True
    sql = "SELECT 1 FROM resources WHERE account_id = ? AND kind = ? LIMIT 1"
    return tx.store.engine.row(sql, (change.resource.account_id, BIRTHDAYS)) is not None


def _has_days(body: bytes) -> bool:
    text = body.upper()
    return any(mark in text for mark in _MARKS)


def ask_for(tx: Transaction, account_id: bytes) -> None:
    """Leaves a message, unless one waits already that nobody works at."""
    waiting = "SELECT 1 FROM outbox WHERE kind = ? AND account_id = ? AND leased_until = 0 AND given_up = 0"
    if tx.store.engine.row(waiting, (KIND, account_id)) is None:
        tx.post(KIND, account_id, b"", now_ms() + PAUSE_MS)


def is_wanted(store: Store, account_id: bytes) -> bool:
    row = store.engine.row("SELECT wanted FROM subscriptions_birthdays WHERE account_id = ?", (account_id,))
    return bool(row[0]) if row else True


def _want(tx: Transaction, account_id: bytes, *, wanted: bool) -> None:
    if tx.store.accounts.by_id(account_id) is None:
        return
    tx.store.engine.execute(
        "INSERT INTO subscriptions_birthdays (account_id, wanted) VALUES (?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET wanted = excluded.wanted",
        (account_id, int(wanted)),
    )


def switch(house: House, actor: Actor, account: Account, *, wanted: bool) -> None:
    """Gives an account its calendar of birthdays, or takes it away."""

    def work(tx: Transaction) -> None:
        tx.lock_accounts(account.id)
        _want(tx, account.id, wanted=wanted)
        home = tx.store.home(CALENDARS, account.id, account.name)
        present = _present(tx.store, home) if home is not None else None
        if wanted:
            ask_for(tx, account.id)
        elif present is not None and home is not None:
            tx.delete(present, home)
        tx.audit("birthdays-on" if wanted else "birthdays-off", account=account)

    house.transact(actor, work)


def deliver(house: House, message: Message) -> None:
    """Makes the calendar what the cards say now; safe to repeat."""
    account = house.store.accounts.by_id(message.account_id)
    home = house.store.home(CALENDARS, account.id, account.name) if account is not None else None
    if account is None or home is None or not is_wanted(house.store, account.id):
        return
    wanted = dict(_events(house, account))
    collection = _present(house.store, home)
    if collection is None and wanted:
        collection = house.transact(Actor(method=METHOD), lambda tx: _make(tx, home))
    if collection is not None:
        fill(house, collection, wanted, frozenset())


def _present(store: Store, home: Resource) -> Resource | None:
    members = (member for page in store.pages(home) for member in page)
    return next((member for member in members if member.kind == BIRTHDAYS), None)


def _make(tx: Transaction, home: Resource) -> Resource:
    tx.lock_accounts(home.account_id)
    present = _present(tx.store, home)
    if present is not None:
        return present
    name = next(name for name in _names() if tx.store.child(home, name) is None)
    made = tx.make_collection(home, name, BIRTHDAYS)
    events = whole(COMPONENT_SET, b'<comp name="VEVENT"/>')
    tx.set_properties(made, {dav("displayname"): whole(dav("displayname"), TITLE), COMPONENT_SET: events})
    tx.audit("birthdays-made", resource=made)
    return made


def _names() -> Iterator[str]:
    yield NAME
    number = 2
    while True:
        yield f"{NAME}-{number}"
        number += 1


def _events(house: House, account: Account) -> Iterator[tuple[str, Wanted]]:
    home = house.store.home("addressbooks", account.id, account.name)
    if home is None:
        return
    for books in house.store.pages(home):
        for book in books:
            if house.types.is_a(book.kind, ADDRESS_BOOK):
                for page in house.store.pages(book):
                    yield from _of_page(house, page)


def _of_page(house: House, page: Sequence[Resource]) -> Iterator[tuple[str, Wanted]]:
    settings = house.section("subscriptions")
    titles = {"birthday": settings.birthday_title, "anniversary": settings.anniversary_title}
    cards = [member for member in page if not member.collection]
    for member, body in zip(cards, house.store.bodies(cards, lost=b""), strict=True):
        if not _has_days(body):
            continue
        try:
            card = Card.parse(body)
            for day in days_of(card):
                uid = _uid(house.store, member, day.sort)
                title = titles[day.sort].replace("{name}", tidy(card.fn)[:200])
                data = event(uid, day, title, format_utc(member.created // 1000))
                yield uid, Wanted("VEVENT", data, strict_index(CalendarObject.parse(data), now_ms() // 1000))
        except ContentError:
            continue  # a card that was stored under rules that were wider


def _uid(store: Store, member: Resource, sort: str) -> str:
    """Of the event of a card; it stays while the card does."""
    key = bytes.fromhex(store.mac(f"birthdays/{member.id.hex()}/{sort}"))
    return hashlib.blake2b(key, digest_size=16).hexdigest()


DELIVERY = Delivery(KIND, deliver)
