# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


class ChangeType(OpenText):
    """What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
    collection of somebody else that appears among one's own is shared, and one that goes is unshared.
    """

    CALENDAR_CREATED = "calendar.created"
    CALENDAR_UPDATED = "calendar.updated"
    CALENDAR_DELETED = "calendar.deleted"
    CALENDAR_SHARED = "calendar.shared"
    CALENDAR_UNSHARED = "calendar.unshared"
    EVENT_CREATED = "event.created"
    EVENT_UPDATED = "event.updated"
    EVENT_DELETED = "event.deleted"
    ADDRESS_BOOK_CREATED = "addressBook.created"
    ADDRESS_BOOK_UPDATED = "addressBook.updated"
    ADDRESS_BOOK_DELETED = "addressBook.deleted"
    ADDRESS_BOOK_SHARED = "addressBook.shared"
    ADDRESS_BOOK_UNSHARED = "addressBook.unshared"
    CONTACT_CREATED = "contact.created"
    CONTACT_UPDATED = "contact.updated"
    CONTACT_DELETED = "contact.deleted"
    FOLDER_CREATED = "folder.created"
    FOLDER_UPDATED = "folder.updated"
    FOLDER_DELETED = "folder.deleted"
    FOLDER_SHARED = "folder.shared"
    FOLDER_UNSHARED = "folder.unshared"
    FILE_CREATED = "file.created"
    FILE_UPDATED = "file.updated"
    FILE_DELETED = "file.deleted"
    COLLECTION_CREATED = "collection.created"
    COLLECTION_UPDATED = "collection.updated"
    COLLECTION_DELETED = "collection.deleted"
    COLLECTION_SHARED = "collection.shared"
    COLLECTION_UNSHARED = "collection.unshared"
    OBJECT_CREATED = "object.created"
    OBJECT_UPDATED = "object.updated"
    OBJECT_DELETED = "object.deleted"
