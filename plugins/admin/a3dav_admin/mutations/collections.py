"""Changes of collections, by the write path that everything takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from a3dav.errors import Refusal
from a3dav.lanes import Lane, Step, Steps
from a3dav.live_properties import DISPLAYNAME
from a3dav.methods.delete import remove
from a3dav.methods.mkcol import make_collection
from a3dav.methods.proppatch import Update, store_properties, try_updates
from a3dav.registries import GraphCall, GraphMutation, Subject
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform
from a3dav.xml.reading import read_own
from a3dav.xml.writing import escape


@dataclass(slots=True, frozen=True)
class CreateCollectionInput:
    name: str = field(metadata={"help": "The last part of its URL."})
    kind: str = field(metadata={"help": "Such as calendar or addressbook; what it is made in takes some kinds."})
    display_name: str | None = None


def create(call: GraphCall) -> Steps[Resource]:
    given: CreateCollectionInput = call.given
    parent: Resource = call.subject
    kinds = sorted(set(call.house.types[parent.kind].collections.values()))
    if given.kind not in kinds:
        raise Refusal(f"a {parent.kind} takes collections of these kinds: {', '.join(kinds) or 'none'}", field="kind")
    write = WriteContext(call.house, call.identity, call.request_id, "mkcol", parent, given.name, kind=given.kind)
    yield Step(Lane.READ, _look, (write,))
    if given.display_name is not None:
        yield Step(Lane.READ, _name, (write, given.display_name))
    written = yield from perform(write, make_collection)
    return _after(written)


def _look(write: WriteContext) -> None:
    write.before = write.house.store.member(write.parent, write.name)
    if write.before is not None:
        raise Refusal(f"there is something of the name {write.name!r} already", "TAKEN", "name")


@dataclass(slots=True, frozen=True)
class RenameCollectionInput:
    display_name: str = field(metadata={"help": "DAV:displayname; the URL stays."})


def rename(call: GraphCall) -> Steps[Resource]:
    write = yield Step(Lane.READ, _write, (call, "proppatch"))
    yield Step(Lane.READ, _name, (write, call.given.display_name))
    written = yield from perform(write, store_properties)
    return _after(written)


@dataclass(slots=True, frozen=True)
class DeleteCollectionInput:
    """It is gone with everything in it; what may be undone, the plugin history knows."""


def delete(call: GraphCall) -> Steps[None]:
    write = yield Step(Lane.READ, _write, (call, "delete"))
    yield from perform(write, remove)


def _write(call: GraphCall, operation: str) -> WriteContext:
    store, found = call.house.store, call.subject
    if found.id == found.home_id:
        raise Refusal("a home belongs to its account, and stays as it is", field="collection")
    parent = store.resource(found.parent_id)
    if parent is None:
        raise Refusal("the collection is gone", "NOT_FOUND", "collection")
    write = WriteContext(call.house, call.identity, call.request_id, operation, parent, found.name, kind=found.kind)
    write.before = found
    return write


def _name(write: WriteContext, text: str) -> None:
    element = read_own(b'<displayname xmlns="DAV:">' + escape(text) + b"</displayname>")
    for error in try_updates(write, [Update(DISPLAYNAME, element)]).values():
        if error is not None:
            raise error


def _after(written: WriteContext) -> Resource:
    if written.after is None:
        raise LookupError("a write without a result")
    return written.after


_OF = Subject.COLLECTION
MUTATIONS = (
    GraphMutation("create_collection", _OF, CreateCollectionInput, create, _OF, "In a home or another collection."),
    GraphMutation("rename_collection", _OF, RenameCollectionInput, rename, _OF, "Changes the name that people see."),
    GraphMutation("delete_collection", _OF, DeleteCollectionInput, delete, None, "Deletes it with all it holds."),
)
