"""What things are called in the API, by their kind in the store; more may come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.storage.transaction import Operation

if TYPE_CHECKING:
    from a3dav.house import House

NOUNS = {
    "calendar": "calendar", "calendar-object": "event", "addressbook": "addressBook", "card": "contact",
    "folder": "folder", "file": "file",
}  # fmt: skip
COLLECTION, OBJECT = "collection", "object"
_HELD = {"calendar-home": "calendar", "addressbook-home": "addressBook", "file-home": "folder", "folder": "folder"}
_OWN_SORT = frozenset({"schedule-inbox"})
"""Like a calendar for those who read it over CalDAV, and none that somebody made."""
VERBS = {
    Operation.MKCOL: "created", Operation.MOVE_IN: "created",
    Operation.DELETE: "deleted", Operation.MOVE_OUT: "deleted",
    Operation.PROPPATCH: "updated", Operation.ACL: "updated", Operation.MOUNT: "shared", Operation.UNMOUNT: "unshared",
}  # fmt: skip
TYPES = tuple(
    f"{noun}.{verb}"
    for noun in (*NOUNS.values(), COLLECTION, OBJECT)
    for verb in ("created", "updated", "deleted", "shared", "unshared")
    if verb in {"created", "updated", "deleted"} or noun not in {"event", "contact", "file", OBJECT}
)


def noun_of(house: House, kind: str, *, collection: bool) -> str:
    for known, noun in NOUNS.items():
        if kind not in _OWN_SORT and house.types.is_a(kind, known):
            return noun
    return COLLECTION if collection else OBJECT


def noun_of_lost(house: House, parent_kind: str, *, collection: bool) -> str:
    """Of what is not there any more, by what it was in."""
    if collection:
        return _HELD.get(parent_kind, COLLECTION)
    if parent_kind in _OWN_SORT:
        return OBJECT
    held = house.types.get(parent_kind)
    return noun_of(house, held.member, collection=False) if held is not None else OBJECT


def verb_of(operation: str, *, known_before: bool) -> str:
    if operation == Operation.PUT:
        return "updated" if known_before else "created"
    return VERBS.get(Operation(operation), "updated")
