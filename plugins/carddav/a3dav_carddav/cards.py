"""What may be stored in an address book (RFC 6352 §5.1, §6.3.2.1)."""

from __future__ import annotations

from a3dav_content.cards import Card
from a3dav_content.errors import ContentError, UnsupportedCard

from a3dav.exchange import Body
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav_carddav.errors import no_uid_conflict, supported_address_data, valid_address_data
from a3dav_carddav.names import CARD_TYPE

MEDIA_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory"})
"""RFC 6350 §10.1, what clients sent before it, and RFC 2425."""


def validate(write: WriteContext) -> None:
    """Accepts one vCard; its UID is what the address book must not hold twice.

    A card without a UID is accepted, against RFC 6352 §5.1: clients exist that write such cards, and
    its name tells it apart from others.
    """
    media_type = write.content_type.partition(";")[0].strip().lower()
    if media_type not in MEDIA_TYPES:
        raise supported_address_data(f"an address book holds text/vcard, not {media_type[:80]!r}")
    write.uid = _parse(write.body or Body()).uid
    write.content_type = CARD_TYPE


def _parse(body: Body) -> Card:
    try:
        return Card.parse(body.read())
    except UnsupportedCard as error:
        raise supported_address_data(str(error)) from error
    except ContentError as error:
        raise valid_address_data(str(error)) from error


def refuse_uid_conflict(write: WriteContext, tx: Transaction) -> None:
    before, uid = write.before, write.uid
    if not uid:
        return
    if write.operation == "put" and before is not None and before.uid not in {None, uid}:
        raise no_uid_conflict("this name belongs to a card with another UID", before)
    leaving = {before.id} if before is not None else set()
    if write.operation == "move" and write.source is not None:
        leaving.add(write.source.id)
    for holder in tx.store.by_uid(write.parent, uid):
        if holder.id not in leaving:
            raise no_uid_conflict("another card of this address book has the same UID", holder)
