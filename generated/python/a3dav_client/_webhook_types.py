# Rendered from the description of the interface; not for editing.
"""Which event has which type."""

from __future__ import annotations

from typing import Dict

from ._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Codec, list_of, map_of, named, or_null

TYPES: Dict[str, Codec] = {
    "addressBook.created": named("ChangeMessage"),
    "addressBook.deleted": named("ChangeMessage"),
    "addressBook.shared": named("ChangeMessage"),
    "addressBook.unshared": named("ChangeMessage"),
    "addressBook.updated": named("ChangeMessage"),
    "calendar.created": named("ChangeMessage"),
    "calendar.deleted": named("ChangeMessage"),
    "calendar.shared": named("ChangeMessage"),
    "calendar.unshared": named("ChangeMessage"),
    "calendar.updated": named("ChangeMessage"),
    "collection.created": named("ChangeMessage"),
    "collection.deleted": named("ChangeMessage"),
    "collection.shared": named("ChangeMessage"),
    "collection.unshared": named("ChangeMessage"),
    "collection.updated": named("ChangeMessage"),
    "contact.created": named("ChangeMessage"),
    "contact.deleted": named("ChangeMessage"),
    "contact.updated": named("ChangeMessage"),
    "event.created": named("ChangeMessage"),
    "event.deleted": named("ChangeMessage"),
    "event.updated": named("ChangeMessage"),
    "file.created": named("ChangeMessage"),
    "file.deleted": named("ChangeMessage"),
    "file.updated": named("ChangeMessage"),
    "folder.created": named("ChangeMessage"),
    "folder.deleted": named("ChangeMessage"),
    "folder.shared": named("ChangeMessage"),
    "folder.unshared": named("ChangeMessage"),
    "folder.updated": named("ChangeMessage"),
    "object.created": named("ChangeMessage"),
    "object.deleted": named("ChangeMessage"),
    "object.updated": named("ChangeMessage"),
    "ping": named("PingMessage"),
}
