"""What was deleted or changed comes back by the one write path: judged, counted and logged like any other write."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, DavError, NotFound
from a3dav.exchange import Body
from a3dav.faults import BodyLost
from a3dav.identifiers import new_id
from a3dav.lanes import HEAVY_BODY, Lane, Step, Steps
from a3dav.methods.put import store_version
from a3dav.principals import Identity
from a3dav.refusals import need
from a3dav.resources import Path, Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, perform_page, validate
from a3dav.xml.names import dav
from a3dav_history.trash import Removed, forget, properties_of, removed, removed_from

if TYPE_CHECKING:
    from a3dav.house import House

PAGE = 50
"""Objects of one transaction: other writers wait for no more than these."""


@dataclass(slots=True)
class Outcome:
    """Where the restored thing stands now, how many resources came back, and those that could not, with the reason."""

    path: Path = ()
    restored: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class Restorer:
    """Brings things back for somebody, within one request."""

    house: House
    identity: Identity
    request_id: str

    def restore(self, entry: Removed) -> Steps[Outcome]:
        """Undoes the deletion of a resource, and of what went with it.

        Raises Conflict where its collection is gone, or the DavError that a PUT or MKCOL of it would get.
        """
        parent: Resource = yield Step(Lane.READ, self._parent_of, (entry,))
        outcome = Outcome()
        if entry.resource.collection:
            outcome.path = yield from self._collection(parent, entry, outcome)
            return outcome
        write: WriteContext = yield Step(Lane.READ, self._put_of, (parent, entry))
        written = yield from perform(write, partial(_put_again, entries={write.name: entry}))
        outcome.path, outcome.restored = (*parent.path, written.name), 1
        return outcome

    def restore_version(self, resource: Resource, version_id: bytes) -> Steps[WriteContext]:
        """Makes an earlier version the present one; raises NotFound where it is not kept any more."""
        write: WriteContext = yield Step(Lane.READ, self._version_of, (resource, version_id))
        return (yield from perform(write, store_version))

    def restore_members(self, parent: Resource, entries: Sequence[Removed], outcome: Outcome) -> Steps[None]:
        """Brings back objects of one collection, page by page; each comes back or is refused alone."""
        for page in (entries[start : start + PAGE] for start in range(0, len(entries), PAGE)):
            writes: dict[str, Removed] = {}
            judged: list[WriteContext] = []
            for entry in page:
                try:
                    write: WriteContext = yield Step(Lane.READ, self._put_of, (parent, entry, frozenset(writes)))
                    heavy = write.body is not None and write.body.length > HEAVY_BODY
                    found: WriteContext = yield Step(Lane.CPU if heavy else Lane.READ, validate, (write,))
                    write.uid, write.parsed, write.content_type = found.uid, found.parsed, found.content_type
                except DavError as error:
                    outcome.refused.append((entry.resource.name, error.message))
                    continue
                writes[write.name] = entry
                judged.append(write)
            done = yield from perform_page(judged, partial(_put_again, entries=writes))
            for asked, result in zip(judged, done, strict=True):
                if isinstance(result, DavError):
                    outcome.refused.append((asked.name, result.message))
                else:
                    outcome.restored += 1

    def _parent_of(self, entry: Removed) -> Resource:
        store = self.house.store
        parent = store.resource(entry.resource.parent_id)
        if parent is None:
            above = removed(store, entry.resource.parent_id)
            cure = f"; restore that first: {above.top.hex()}" if above else ""
            raise Conflict(f"the collection that held {entry.resource.name!r} is gone{cure}")
        self._need(parent, "bind")
        return parent

    def _need(self, resource: Resource, privilege: str) -> None:
        if dav(privilege) not in self.house.privileges(self.identity, [resource])[0]:
            raise need(resource.path, privilege, collection=resource.collection)

    def _collection(self, parent: Resource, entry: Removed, outcome: Outcome) -> Steps[Path]:
        write: WriteContext = yield Step(Lane.READ, self._mkcol_of, (parent, entry))
        written = yield from perform(write, partial(_make_again, entry=entry))
        outcome.restored += 1
        made = written.after or parent
        held: list[Removed] = yield Step(Lane.READ, removed_from, (self.house.store, entry.id))
        together = [inner for inner in held if inner.top == entry.top]
        yield from self.restore_members(made, [inner for inner in together if not inner.resource.collection], outcome)
        for inner in (inner for inner in together if inner.resource.collection):
            try:
                yield from self._collection(made, inner, outcome)
            except DavError as error:
                outcome.refused.append((inner.resource.name, error.message))
        return made.path

    def _mkcol_of(self, parent: Resource, entry: Removed) -> WriteContext:
        name = next(self._free_names(parent, entry, frozenset()))
        write = WriteContext(self.house, self.identity, self.request_id, "mkcol", parent, name)
        write.kind, write.properties = entry.resource.kind, dict(properties_of(self.house.store, entry.id))
        return write

    def _put_of(self, parent: Resource, entry: Removed, taken: frozenset[str] = frozenset()) -> WriteContext:
        name = next(self._free_names(parent, entry, taken))
        write = WriteContext(self.house, self.identity, self.request_id, "put", parent, name)
        write.kind, write.content_type = entry.resource.kind, entry.resource.content_type
        write.body = self._body_of(entry.resource.version_id)
        return write

    def _version_of(self, resource: Resource, version_id: bytes) -> WriteContext:
        self._need(resource, "write-content")
        parent = self.house.resolve(resource.path[:-1])
        if parent is None:
            raise NotFound("the collection that held this resource is gone")
        write = WriteContext(self.house, self.identity, self.request_id, "put", parent, resource.path[-1], resource)
        write.kind, write.content_type = resource.kind, resource.content_type
        write.body = self._body_of(version_id)
        return write

    def _free_names(self, parent: Resource, entry: Removed, taken: frozenset[str]) -> Iterator[str]:
        """The name it had, or one like it."""
        stem, dot, suffix = entry.resource.name.rpartition(".")
        head, tail = (stem, dot + suffix) if stem and not entry.resource.collection else (entry.resource.name, "")
        for number in count(1):
            name = entry.resource.name if number == 1 else f"{head}-{number}{tail}"
            if name not in taken and self.house.store.child(parent, name) is None:
                yield name

    def _body_of(self, version_id: bytes) -> Body:
        """The body of a version, as a new upload would come."""
        store = self.house.store
        try:
            body = store.body(Resource("", (), False, version_id=version_id))
        except BodyLost as fault:
            raise NotFound("this version is not kept any more (storage.history_days)") from fault
        if body.file is None:
            return body
        spooled = store.blobs.spool / new_id().hex()
        os.link(body.file, spooled)
        os.utime(spooled)
        return Body(file=spooled, length=body.length)


def _put_again(tx: Transaction, write: WriteContext, *, entries: Mapping[str, Removed]) -> None:
    entry = entries[write.name]
    _refuse_twice(tx, write, entry)
    if write.stored is None:
        raise LookupError("a write without a body")
    write.after = tx.put(
        write.parent, write.name, None, write.stored, kind=write.kind, content_type=write.content_type, uid=write.uid,
        parsed=write.parsed, notes=write.notes, resource_id=entry.id,
    )  # fmt: skip
    tx.set_properties(write.after, dict(properties_of(tx.store, entry.id)))
    forget(tx, [entry.id])


def _make_again(tx: Transaction, write: WriteContext, *, entry: Removed) -> None:
    _refuse_twice(tx, write, entry)
    write.after = tx.make_collection(write.parent, write.name, write.kind, resource_id=entry.id)
    tx.set_properties(write.after, write.properties)
    forget(tx, [entry.id])


def _refuse_twice(tx: Transaction, write: WriteContext, entry: Removed) -> None:
    if write.before is not None:
        raise Conflict(f"something was made at {write.name!r} meanwhile; try again")
    if removed(tx.store, entry.id) is None:
        raise Conflict(f"{entry.resource.name!r} is not in the trash any more")


def purge(tx: Transaction, top: bytes) -> int:
    """Takes a deletion out of the trash for good, the bodies with it; returns how many resources went."""
    rows = tx.store.engine.rows("SELECT resource_id FROM history_removed WHERE top_id = ?", (top,))
    ids = [bytes(row[0]) for row in rows]
    for batch in batches(ids):
        tx.store.engine.execute(f"DELETE FROM versions WHERE resource_id IN ({marks(batch)})", batch)
    forget(tx, ids)
    return len(ids)
