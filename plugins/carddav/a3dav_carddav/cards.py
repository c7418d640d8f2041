"""What may be stored in an address book (RFC 6352 §5.1, §6.3.2.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from a3dav.exchange import Body
from a3dav.placement import refuse_too_large
from a3dav.storage.transaction import Transaction
from a3dav.uid_conflicts import refuse_uid_conflict
from a3dav.writing import WriteContext
from a3dav_carddav.errors import supported_address_data, valid_address_data
from a3dav_carddav.names import CARD_TYPE, CARD_TYPE_4, carddav
from a3dav_content.card_groups import Grouping
from a3dav_content.cards import Card, comparable_uid, spellings
from a3dav_content.errors import ContentError, UnsupportedCard
from a3dav_content.jcard import MEDIA_TYPE as JCARD
from a3dav_content.jcard import from_jcard
from a3dav_content.lines import Limits

T = TypeVar("T")
MEDIA_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory"})
"""RFC 6350 §10.1, what clients sent before it, and RFC 2425."""


def validate(write: WriteContext) -> None:
    """Accepts one card; its UID is what the address book must not hold twice.

    One without a UID is kept as it came, against RFC 6352 §5.1: clients exist that write such cards, and bytes are
    sacred; its name tells it apart from others.
    """
    limits = Limits.of(write.house.settings.limits)
    media_type = write.content_type.partition(";")[0].strip().lower()
    if media_type == JCARD and write.source is None:
        _convert(write, limits)
    elif media_type not in MEDIA_TYPES:
        raise supported_address_data(f"an address book holds text/vcard, not {media_type[:80]!r}")
    card = _judged(Card.parse, write.body or Body(), limits)
    if card.uid:
        write.uid = comparable_uid(card.uid)
    write.parsed = Grouping.of_card(card.component)
    write.content_type = CARD_TYPE_4 if card.version == "4.0" else CARD_TYPE


def _convert(write: WriteContext, limits: Limits) -> None:
    """A jCard is kept as the vCard that it says."""
    data = _judged(from_jcard, write.body or Body(), limits)
    write.body, write.converted = Body(data, None, len(data)), True
    refuse_too_large(write)


def refuse_known_uid(write: WriteContext, tx: Transaction) -> None:
    """RFC 6352 §6.3.2.1; cards that came before UIDs were kept comparable have them as they were written."""
    refuse_uid_conflict(write, tx, carddav("no-uid-conflict"), comparable_uid, spellings)


def _judged(read: Callable[[bytes, Limits], T], body: Body, limits: Limits) -> T:
    try:
        return read(body.read(), limits)
    except UnsupportedCard as error:
        raise supported_address_data(str(error)) from error
    except ContentError as error:
        raise valid_address_data(str(error)) from error
