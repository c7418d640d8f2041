"""What may be stored in an address book (RFC 6352 §5.1, §6.3.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.exchange import Body
from a3dav.writing import WriteContext
from a3dav_carddav.errors import supported_address_data, valid_address_data
from a3dav_carddav.names import CARD_TYPE
from a3dav_content.cards import Card
from a3dav_content.errors import ContentError, UnsupportedCard
from a3dav_content.lines import Limits

if TYPE_CHECKING:
    from a3dav.house import House

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
    write.uid = _parse(write.body or Body(), _limits(write.house)).uid
    write.content_type = CARD_TYPE


def _limits(house: House) -> Limits:
    most = house.settings.limits
    return Limits(most.max_object_depth, most.max_object_components, most.max_object_properties, most.max_object_line)


def _parse(body: Body, limits: Limits) -> Card:
    try:
        return Card.parse(body.read(), limits)
    except UnsupportedCard as error:
        raise supported_address_data(str(error)) from error
    except ContentError as error:
        raise valid_address_data(str(error)) from error
