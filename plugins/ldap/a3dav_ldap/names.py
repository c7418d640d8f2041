"""Names of kinds, those of others among them, and of elements."""

from __future__ import annotations

from a3dav.registries import ResourceType
from a3dav.xml.names import dav

ADDRESS_BOOKS, HOME, ADDRESS_BOOK, CARD = "addressbooks", "addressbook-home", "addressbook", "card"
BOOK, BOOK_NAME = "ldap-address-book", "directory"
CARD_TYPE = "text/vcard; charset=utf-8"
HOME_SET = "{urn:ietf:params:xml:ns:carddav}addressbook-home-set"
BOOK_TYPE = ResourceType(
    BOOK, (dav("collection"), "{urn:ietf:params:xml:ns:carddav}addressbook"), collection=True, member=CARD,
    location_condition="{urn:ietf:params:xml:ns:carddav}addressbook-collection-location-ok", like=ADDRESS_BOOK,
)  # fmt: skip
SERVICE = "ldap.directory"
