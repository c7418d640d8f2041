"""Where messages go: into homes of this server, out by mail, or nowhere; and what is said of it (RFC 6638 §3.2.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.principals import Account, Identity
from a3dav.refusals import need
from a3dav_content.itip.messages import FROM_ORGANIZER, Message
from a3dav_content.itip.statuses import DELIVERED, INVALID_USER, NO_AUTHORITY, NO_WAY, SENT
from a3dav_scheduling.collections import inbox_of, outbox_of
from a3dav_scheduling.names import SCHEDULING, caldav
from a3dav_scheduling.privileges import DELIVER_INVITE, DELIVER_REPLY, SEND_INVITE, SEND_REPLY
from a3dav_scheduling.recipients import accounts_of, is_ours

if TYPE_CHECKING:
    from a3dav.house import House

INSIDE, MAIL = "itip", "imip"
"""Kinds of messages in the outbox of the store."""
MAIL_SERVICE = "scheduling.mail"
MOST_BYTES = 64 * 2**20
"""What one write sends: its messages are in memory together, and in the outbox (RFC 6638 §11.1)."""

Post = tuple[str, bytes, bytes]
"""The kind of a message in the outbox, the account that it belongs to, and what it says."""


@dataclass(slots=True)
class Addressed:
    """Messages as they go into the outbox of the store, and the status of each recipient that was to get one."""

    posts: list[Post] = field(default_factory=list)
    statuses: dict[str, str] = field(default_factory=dict)
    size: int = 0


def addressed(house: House, sender: Account, messages: Iterable[Message], sent: int = 0) -> Addressed:
    """Decides for each message how it goes; `sent` are bytes of others that go along with them."""
    told, found = list(messages), Addressed(size=sent)
    if not told:
        return found
    accounts = accounts_of(house.store, {message.recipient for message in told})
    open_to = _inboxes(house, identity_of(house, sender), accounts.values())
    for message in told:
        account = accounts.get(message.recipient)
        if account is not None and (account.kind == "group" or account.id == sender.id):
            continue
        kind, status = _way(house, message, account, open_to)
        found.statuses[message.recipient] = status
        if kind:
            payload = message.dump()
            found.size += len(payload)
            if found.size > MOST_BYTES:
                raise _too_much()
            found.posts.append((kind, sender.id, payload))
    return found


def _too_much() -> Forbidden:
    return Forbidden(
        f"others would be sent more than {MOST_BYTES} bytes at once; make it smaller, or invite fewer",
        condition=caldav("max-attendees-per-instance"),
    )


def identity_of(house: House, account: Account) -> Identity:
    """An account as the one who sends what the server sends for it."""
    return Identity(account, "scheduling", groups=house.store.accounts.groups_of(account.id))


def _inboxes(house: House, sender: Identity, accounts: Iterable[Account]) -> dict[bytes, frozenset[str]]:
    """What the inbox of each account lets the sender do (RFC 6638 §6.1), asked for all at once."""
    inboxes = [inbox for account in accounts if (inbox := inbox_of(house.store, account)) is not None]
    granted = house.privileges(sender, inboxes) if inboxes else ()
    return {inbox.account_id: privileges for inbox, privileges in zip(inboxes, granted, strict=True)}


def _way(
    house: House, message: Message, account: Account | None, open_to: Mapping[bytes, frozenset[str]]
) -> tuple[str, str]:
    if account is None:
        return _way_out(house, message)
    if account.disabled:
        return "", INVALID_USER
    needed = DELIVER_INVITE if message.method in FROM_ORGANIZER else DELIVER_REPLY
    return (INSIDE, DELIVERED) if needed in open_to.get(account.id, frozenset()) else ("", NO_AUTHORITY)


def _way_out(house: House, message: Message) -> tuple[str, str]:
    if is_ours(message.recipient):
        return "", INVALID_USER
    if house.services.get(MAIL_SERVICE) and message.recipient.startswith("mailto:"):
        return MAIL, SENT
    return "", NO_WAY


def refuse_sending(house: House, identity: Identity, sender: Account, messages: Iterable[Message]) -> None:
    """RFC 6638 §6.2: who writes into a calendar of another sends no messages of theirs without a privilege for it."""
    wanted = {SEND_INVITE if message.method in FROM_ORGANIZER else SEND_REPLY for message in messages}
    if not wanted:
        return
    outbox = outbox_of(house.store, sender)
    if outbox is None and identity.account.id == sender.id:
        return
    granted = house.privileges(identity, [outbox])[0] if outbox is not None else frozenset()
    for privilege in sorted(wanted):
        if privilege not in granted:
            place = outbox.path if outbox is not None else (SCHEDULING, sender.name, "outbox")
            raise need(place, privilege, collection=True)
