"""Entries as vCards 3.0 (RFC 2426), which the server serves as 4.0 to who asks for that."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from a3dav_content.lines import Component, Property, escape_text, serialise
from a3dav_ldap.entries import Entry, address_in, identity_of

if TYPE_CHECKING:
    from a3dav_ldap.settings import LdapSettings

LONGEST = 1000
_SIMPLE = {"title": "TITLE", "description": "NOTE", "labeleduri": "URL"}
_NUMBERS = (
    ("telephonenumber", ("WORK", "VOICE")), ("mobile", ("CELL",)), ("homephone", ("HOME", "VOICE")),
    ("facsimiletelephonenumber", ("WORK", "FAX")), ("pager", ("PAGER",)),
)  # fmt: skip
_ADDRESS = ("postofficebox", "", "street", "l", "st", "postalcode", "co")
_PHOTOS = ("jpegphoto", "thumbnailphoto")
_JPEG = b"\xff\xd8\xff"
ATTRIBUTES = (
    "cn", "sn", "givenName", "displayName", "mail", "title", "description", "labeledURI", "telephoneNumber", "mobile",
    "homePhone", "facsimileTelephoneNumber", "pager", "o", "company", "ou", "department", "postOfficeBox", "street",
    "l", "st", "postalCode", "co",
)  # fmt: skip
PHOTO_ATTRIBUTES = ("jpegPhoto", "thumbnailPhoto")


def uid_of(identity: str) -> str:
    """A UUID that stays with the entry."""
    try:
        return str(UUID(identity))
    except ValueError:
        return str(uuid5(NAMESPACE_OID, identity))


def card_of(entry: Entry, settings: LdapSettings) -> tuple[str, bytes]:
    """The UID and the card of an entry, always the same for the same values; ("", b"") for one that has no name."""
    identity, name = identity_of(entry, settings.uuid_attribute), _first(entry, "displayname") or _first(entry, "cn")
    if not identity or not name:
        return "", b""
    uid = uid_of(identity)
    head = [Property("VERSION", "3.0"), Property("UID", f"urn:uuid:{uid}"), Property("FN", escape_text(name))]
    return uid, serialise(Component("VCARD", [*head, *_lines(entry, name, settings)]))


def _lines(entry: Entry, name: str, settings: LdapSettings) -> Iterator[Property]:
    given, family = _first(entry, "givenname"), _first(entry, "sn")
    yield Property("N", ";".join(map(escape_text, (family or name, given, "", "", ""))))
    for attribute, line in _SIMPLE.items():
        if text := _first(entry, attribute):
            yield Property(line, escape_text(text))
    if mail := [text for text in entry.texts("mail") if address_in([text])]:
        yield from (_property("EMAIL", escape_text(text), ("INTERNET",)) for text in mail[:5])
    for attribute, types in _NUMBERS:
        yield from (_property("TEL", escape_text(text[:LONGEST]), types) for text in entry.texts(attribute)[:5])
    yield from _organisation(entry)
    parts = [escape_text(_first(entry, attribute)) for attribute in _ADDRESS]
    if any(parts):
        yield _property("ADR", ";".join(parts), ("WORK",))
    yield from _photo(entry, settings.photo_bytes)


def _organisation(entry: Entry) -> Iterator[Property]:
    organisation = _first(entry, "o") or _first(entry, "company")
    unit = _first(entry, "ou") or _first(entry, "department")
    if organisation or unit:
        yield Property("ORG", f"{escape_text(organisation)}{';' + escape_text(unit) if unit else ''}")


def _photo(entry: Entry, most: int) -> Iterator[Property]:
    found = (value for name in _PHOTOS for value in entry.raw(name) if value.startswith(_JPEG) and len(value) <= most)
    photo = next(found, None)
    if photo is not None:
        value = base64.b64encode(photo).decode()
        yield Property("PHOTO", value, (("ENCODING", ("b",)), ("TYPE", ("JPEG",))))


def _property(name: str, value: str, types: tuple[str, ...]) -> Property:
    return Property(name, value, (("TYPE", types),))


def _first(entry: Entry, attribute: str) -> str:
    return entry.text(attribute)[:LONGEST]
