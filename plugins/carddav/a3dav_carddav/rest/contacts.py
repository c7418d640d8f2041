"""The operations on contacts."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from a3dav.api.objects import Json, ObjectShape
from a3dav.api.shapes import InvalidBody, about_member
from a3dav.errors import DavError
from a3dav.registries import ApiAction, ApiPart
from a3dav.resources import Resource
from a3dav_carddav.errors import supported_address_data, valid_address_data
from a3dav_carddav.names import ADDRESS_BOOK, CARD
from a3dav_carddav.rest import listing
from a3dav_content.errors import ContentError, InvalidJson, UnsupportedCard
from a3dav_content.jscontact import MEDIA_TYPE, edit_card, from_jscontact, patch_card, to_jscontact


def _make(value: Json) -> bytes:
    """A new card has a UID of the server's where its client gives it none."""
    return from_jscontact(value if "uid" in value else {**value, "uid": f"urn:uuid:{uuid4()}"})


def _refuse(error: ContentError) -> DavError:
    if isinstance(error, InvalidJson):
        return InvalidBody(error.pointer, error.message)
    return (supported_address_data if isinstance(error, UnsupportedCard) else valid_address_data)(str(error))


def about(resource: Resource) -> Json:
    return about_member(resource) | {"uid": resource.uid}


SHAPE = ObjectShape(
    ADDRESS_BOOK, CARD, "addressBookId", "contactId", "text/vcard", MEDIA_TYPE,
    to_jscontact, _make, edit_card, patch_card, ContentError, _refuse, about,
)  # fmt: skip
PART = ApiPart(
    Path(__file__).with_name("contacts.yaml"),
    {
        **SHAPE.actions("contacts"),
        "contacts.list": ApiAction(listing.list_contacts, cost=listing.list_cost),
        "contacts.query": ApiAction(listing.list_contacts, cost=listing.list_cost),
    },
)
