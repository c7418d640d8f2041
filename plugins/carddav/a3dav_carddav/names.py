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


def carddav(local: str) -> str:
    return f"{{{CARDDAV}}}{local}"
