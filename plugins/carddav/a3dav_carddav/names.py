"""Names of RFC 6352 and of the kinds of resources this plugin adds."""

CARDDAV = "urn:ietf:params:xml:ns:carddav"

ADDRESS_BOOKS = "addressbooks"
"""The top-level folder that holds the address book homes of accounts."""
HOME = "addressbook-home"
ADDRESS_BOOK = "addressbook"
CARD = "card"
DIRECTORY = "directory"
"""The top-level address book of all accounts, and its kind."""
DIRECTORY_CARD = "directory-card"

CARD_TYPE = "text/vcard; charset=utf-8"
CARD_TYPE_4 = "text/vcard; version=4.0; charset=utf-8"
"""What is stored as 4.0 says so, and what says nothing is of 3.0 (RFC 6352 §10.4)."""


def carddav(local: str) -> str:
    return f"{{{CARDDAV}}}{local}"
