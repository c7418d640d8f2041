"""Address books and the homes that hold them (RFC 6352 §5.2)."""

from __future__ import annotations

from a3dav.registries import DefaultCollection, ResourceType, Root
from a3dav.xml.names import dav
from a3dav_carddav.errors import CONVERSION
from a3dav_carddav.forms import REPRESENTATIONS, stored_as
from a3dav_carddav.names import ADDRESS_BOOK, ADDRESS_BOOKS, CARD, CARD_TYPE, HOME, carddav

ADDRESS_BOOK_TYPE = (dav("collection"), carddav("addressbook"))

TYPES = (
    ResourceType(HOME, (dav("collection"),), collection=True, collections={frozenset(ADDRESS_BOOK_TYPE): ADDRESS_BOOK}),
    ResourceType(
        ADDRESS_BOOK,
        ADDRESS_BOOK_TYPE,
        collection=True,
        member=CARD,
        features=("addressbook",),
        location_condition=carddav("addressbook-collection-location-ok"),
    ),
    ResourceType(
        CARD,
        representations=REPRESENTATIONS,
        stored_as=stored_as,
        conversion_condition=CONVERSION,
        content_type=CARD_TYPE,
        suffix=".vcf",
        size_condition=carddav("max-resource-size"),
        empty_condition=carddav("valid-address-data"),
    ),
)

ROOT = Root(ADDRESS_BOOKS, HOME, (DefaultCollection("addressbook", ADDRESS_BOOK, {dav("displayname"): b"Contacts"}),))
