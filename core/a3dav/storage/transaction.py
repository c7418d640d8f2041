"""What one transaction writes: version, resource, tombstone, change and audit row, always together.

A counter is taken under the lock of the owning account's row, so that the order of counters is the
order of commits and a sync token never overtakes a change that is still on its way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from a3dav.faults import StoreAway
from a3dav.identifiers import new_id, now_ms
from a3dav.principals import Account
from a3dav.resources import Mount, Path, Resource, View
from a3dav.storage import mounts
from a3dav.storage.audit import AuditRow, append
from a3dav.storage.batches import batches, marks
from a3dav.storage.generation import COUNT
from a3dav.storage.rows import Lock, row_as_read
from a3dav.storage.store import Store

BODIES_AT_HAND = 100
_FUNDS = "SELECT counter, used, quota FROM accounts WHERE id = ?"


class Operation(StrEnum):
    PUT = "put"
    MKCOL = "mkcol"
    DELETE = "delete"
    MOVE_IN = "move-in"
    MOVE_OUT = "move-out"
    PROPPATCH = "proppatch"
    ACL = "acl"
    MOUNT = "mount"
    UNMOUNT = "unmount"


_OF_CONTENT = {Operation.PUT, Operation.DELETE}
"""What happens to a member without changing what else follows from where it is."""


@dataclass(slots=True)
class Change:
    """What happened to one resource; `parsed` and `notes` are what validation made of a new body, if it did."""

    operation: Operation
    before: Resource | None
    after: Resource | None
    parsed: Any = None
    notes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def resource(self) -> Resource:
        found = self.after or self.before
        if found is None:
            raise LookupError("a change without a resource")
        return found

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds before and after: a move can make a file of a calendar object."""
        return frozenset(resource.kind for resource in (self.before, self.after) if resource)


@dataclass(slots=True, frozen=True)
class StoredBody:
    """A body ready for its version row: small ones inline, large ones already in the blob store."""

    data: bytes | None
    blob: str | None
    size: int
    etag: str


@dataclass(slots=True, frozen=True)
class Actor:
    """Who writes, as the log and the audit trail keep it: identifiers only.

    `os_user` is the number of the user of the operating system who runs a command.
    """

    account_id: bytes = b""
    on_behalf_of: bytes = b""
    credential_id: bytes = b""
    method: str = "system"
    request_id: str = ""
    os_user: int | None = None


def _place(r: Resource) -> tuple[bytes | str | None, ...]:
    return r.parent_id, r.home_id, r.account_id, r.name, r.kind, r.uid, r.default


Views = Callable[[Sequence[Resource]], Mapping[bytes, View | None]]
"""What is seen of resources that are not seen as they are stored, by id; None of what is not seen at all."""


def _body_of_view(view: View) -> StoredBody:
    return StoredBody(view.body, None, view.size, view.etag)


@dataclass
class Transaction:
    """What is written together; `headers` are those of the request that caused it, with names in lower case."""

    store: Store
    actor: Actor
    headers: Mapping[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    account_acts: list[tuple[str, str]] = field(default_factory=list)
    posted: list[tuple[str, bytes]] = field(default_factory=list)
    remounted: list[Mount] = field(default_factory=list)
    _counters: dict[bytes, int] = field(default_factory=dict)
    _funds: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    _used: dict[bytes, int] = field(default_factory=dict)
    _bodies: dict[bytes, bytes] = field(default_factory=dict)

    # -- counters and quota ------------------------------------------------------------------------

    def lock_accounts(self, *account_ids: bytes) -> None:
        """Takes the accounts' row locks, in one order everywhere, before anything is decided."""
        suffix = " FOR UPDATE" if self.store.engine.reads_wait else ""
        for account_id in sorted(set(account_ids) - set(self._counters)):
            row = self.store.engine.row(_FUNDS + suffix, (account_id,))
            if row is None:
                raise LookupError(f"account {account_id.hex()} does not exist")
            self._counters[account_id] = int(row[0])
            self._funds[account_id] = int(row[1]), int(row[2])

    def next_counter(self, account_id: bytes) -> int:
        self.lock_accounts(account_id)
        self._counters[account_id] += 1
        return self._counters[account_id]

    def used(self, account_id: bytes) -> tuple[int, int]:
        """Bytes used, with what this transaction adds, and the account's own quota (0 = none)."""
        self.lock_accounts(account_id)
        used, quota = self._funds[account_id]
        return used + self._used.get(account_id, 0), quota

    def _charge(self, account_id: bytes, size: int) -> None:
        self._used[account_id] = self._used.get(account_id, 0) + size

    def forget(self, account_id: bytes) -> None:
        """Leaves out the counters of an account that this transaction removed."""
        self._counters.pop(account_id, None)
        self._used.pop(account_id, None)

    def finish(self) -> None:
        """Writes the counters; the last thing before the commit."""
        for account_id, counter in self._counters.items():
            self.store.engine.execute(COUNT, (counter, self._used.get(account_id, 0), account_id))

    # -- resources ---------------------------------------------------------------------------------

    def make_home(self, account_id: bytes, root: str, kind: str, account_name: str) -> Resource:
        home_id, now = new_id(), now_ms()
        home = Resource(
            kind, (root, account_name), True, home_id, account_id, home_id, account_id, root,
            created=now, modified=now, counter=self.next_counter(account_id),
        )  # fmt: skip
        self._insert(home)
        self._log(Operation.MKCOL, home, 0)
        return home

    def make_collection(
        self, parent: Resource, name: str, kind: str, default: str = "", resource_id: bytes = b""
    ) -> Resource:
        """Makes a collection; one that was there before comes back with the `resource_id` it had."""
        now = now_ms()
        made = Resource(
            kind, (*parent.path, name), True, resource_id or new_id(), parent.account_id, parent.home_id, parent.id,
            name, created=now, modified=now, counter=self.next_counter(parent.account_id), default=default,
        )  # fmt: skip
        self._insert(made)
        self._changed(Change(Operation.MKCOL, None, made), parent)
        return made

    def put(
        self,
        parent: Resource,
        name: str,
        before: Resource | None,
        body: StoredBody,
        *,
        kind: str,
        content_type: str,
        uid: str | None = None,
        parsed: Any = None,
        notes: Mapping[str, Any] | None = None,
        modified: int = 0,
        resource_id: bytes = b"",
    ) -> Resource:
        """Stores a new version of a member, or a new member; bytes that did not change count as a change too.

        A member that was there before comes back with the `resource_id` it had.
        """
        now = now_ms()
        account_id = parent.account_id
        after = Resource(
            kind, (*parent.path, name), False, before.id if before else resource_id or new_id(), account_id,
            parent.home_id, parent.id, name, uid, b"", body.etag, body.size, content_type,
            before.created if before else now, modified or max(now, before.modified if before else now),
            self.next_counter(account_id),
        )  # fmt: skip
        after.version_id = self._insert_version(after, body)
        if before:
            self._renew(before, after)
        else:
            self._insert(after)
        self._charge(account_id, body.size - (before.size if before else 0))
        self._changed(Change(Operation.PUT, before, after, parsed, notes or {}), parent)
        return after

    def forget_passing_version(self, before: Resource) -> None:
        """Keeps no version that this same request made and has replaced again, as an import does."""
        place = (before.account_id, self.store.origin, before.counter)
        self.store.engine.execute(
            "DELETE FROM versions WHERE id = ? AND blob IS NULL AND EXISTS (SELECT 1 FROM changes c"
            " WHERE c.account_id = ? AND c.origin = ? AND c.counter = ? AND c.request_id = ? AND c.request_id <> '')",
            (before.version_id, *place, self.actor.request_id),
        )

    def delete(self, resource: Resource, parent: Resource) -> None:
        """Removes a resource and all below it; one tombstone and one change name the top alone."""
        below = list(self.store.tree(resource)) if resource.collection else []
        doomed = [resource, *below]
        for batch in batches([gone.id for gone in doomed]):
            for table, column in (("resources", "id"), ("properties", "resource_id"), ("locks", "resource_id")):
                self.store.engine.execute(f"DELETE FROM {table} WHERE {column} IN ({marks(batch)})", batch)
            for table in ("tombstones", "sync_floors"):
                self.store.engine.execute(f"DELETE FROM {table} WHERE collection_id IN ({marks(batch)})", batch)
        for batch in batches([gone.id for gone in doomed if gone.collection]):
            mounts.end_all(self, batch)
        self._charge(resource.account_id, -sum(gone.size for gone in doomed))
        counter = self.next_counter(resource.account_id)
        self._bury(resource, parent, counter)
        self.changes += [Change(Operation.DELETE, gone, None) for gone in below]
        self._changed(Change(Operation.DELETE, resource, None), parent, counter)

    def move(
        self, resource: Resource, old_parent: Resource, parent: Resource, name: str, *, kind: str, uid: str | None
    ) -> Resource:
        """Binds a resource, and all below it, to another name; identities, versions and properties stay."""
        below = list(self.store.tree(resource)) if resource.collection else []
        old_counter = self.next_counter(resource.account_id)
        self._bury(resource, old_parent, old_counter)
        self._changed(Change(Operation.MOVE_OUT, resource, None), old_parent, old_counter)
        self.changes.pop()
        moved = replace(
            resource, path=(*parent.path, name), name=name, parent_id=parent.id, account_id=parent.account_id,
            home_id=parent.home_id, counter=self.next_counter(parent.account_id), default="", kind=kind, uid=uid,
        )  # fmt: skip
        self._update(moved)
        self._rehome(moved, resource)
        for member in below:
            self._carry(member, resource, moved)
        self._changed(Change(Operation.MOVE_IN, resource, moved), parent)
        self._raise_contents([parent.id, parent.home_id, *(r.id for r in (moved, *below) if r.collection)], moved)
        return moved

    def _raise_contents(self, collections: Sequence[bytes], moved: Resource) -> None:
        """What a move carried along has counters above that of the change itself."""
        newest = self._counters[moved.account_id]
        for batch in batches(collections):
            self.store.engine.execute(
                f"UPDATE resources SET content_counter = ? WHERE id IN ({marks(batch)})", (newest, *batch)
            )

    def _carry(self, member: Resource, old_top: Resource, new_top: Resource) -> None:
        carried = replace(
            member, path=(*new_top.path, *member.path[len(old_top.path) :]), account_id=new_top.account_id,
            home_id=new_top.home_id, counter=self.next_counter(new_top.account_id), default="",
        )  # fmt: skip
        self._update(carried)
        self._rehome(carried, member)
        self._log(Operation.MOVE_IN, carried, member.counter)
        self.changes.append(Change(Operation.MOVE_IN, member, carried))

    def _rehome(self, after: Resource, before: Resource) -> None:
        # RFC 4918 §7.6: a lock stays behind, and what it locked is there no longer.
        self.store.engine.execute("DELETE FROM locks WHERE resource_id = ?", (after.id,))
        if after.home_id != before.home_id:
            self.store.engine.execute(
                "UPDATE tombstones SET home_id = ? WHERE collection_id = ?", (after.home_id, after.id)
            )
        if after.account_id != before.account_id:
            if after.collection:
                mounts.end_all(self, [after.id])
            for table in ("tombstones", "sync_floors"):  # their counters are those of the other account
                self.store.engine.execute(f"DELETE FROM {table} WHERE collection_id = ?", (after.id,))
            self._charge(before.account_id, -before.size)
            self._charge(after.account_id, after.size)
            self.store.engine.execute(
                "UPDATE versions SET account_id = ? WHERE resource_id = ?", (after.account_id, after.id)
            )

    def copy(
        self,
        resource: Resource,
        parent: Resource,
        name: str,
        *,
        kind: str,
        uid: str | None,
        deep: bool,
        views: Views = lambda _: {},
    ) -> Resource:
        """Makes new resources with the bodies and stored properties of the old ones, as far as they are seen."""
        below = [list(page) for page in self.store.pages(resource)] if resource.collection and deep else []
        made = self._copy_one(resource, parent, name, kind, uid, views([resource]).get(resource.id))
        for page in below:
            unseen = {resource_id for resource_id, view in views(page).items() if view is None}
            for member in page:
                if member.id not in unseen:
                    self.copy(member, made, member.name, kind=member.kind, uid=member.uid, deep=True, views=views)
        return made

    def _copy_one(
        self, resource: Resource, parent: Resource, name: str, kind: str, uid: str | None, view: View | None
    ) -> Resource:
        if resource.collection:
            made = self.make_collection(parent, name, kind)
        else:
            body = self._copied_body(resource, parent.account_id) if view is None else _body_of_view(view)
            made = self.put(
                parent, name, None, body, kind=kind, content_type=resource.content_type, uid=uid,
                modified=resource.modified,
            )  # fmt: skip
        for batch in self.store.properties([] if view and view.withheld else [resource]).values():
            self.set_properties(made, dict(batch))
        return made

    def put_view(self, resource: Resource, parent: Resource, view: View) -> Resource:
        """Stores what somebody sees of a resource in its place."""
        return self.put(
            parent, resource.name, resource, _body_of_view(view), kind=resource.kind,
            content_type=resource.content_type, uid=resource.uid,
        )  # fmt: skip

    def _copied_body(self, resource: Resource, account_id: bytes) -> StoredBody:
        body = self.store.body(resource)
        if body.file is None:
            return StoredBody(body.data, None, body.length, resource.etag)
        shared = account_id == resource.account_id
        reference = body.file.name if shared else self.store.blobs.link(body.file.name)
        return StoredBody(None, reference, body.length, resource.etag)

    # -- properties and locks ----------------------------------------------------------------------

    def set_properties(self, resource: Resource, values: Mapping[str, bytes | None]) -> None:
        """Stores whole elements by Clark name; None removes. Of what is mounted, they are those of the mount alone."""
        codec, place = self.store.codec, resource.mounted or resource
        key_id = codec.key_id(place.account_id)
        for name, value in values.items():
            if value is None:
                self.store.engine.execute("DELETE FROM properties WHERE resource_id = ? AND name = ?", (place.id, name))
            else:
                self.store.engine.execute(
                    "INSERT INTO properties (resource_id, name, key_id, value) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (resource_id, name) DO UPDATE SET key_id = excluded.key_id, value = excluded.value",
                    (place.id, name, key_id, codec.encode(key_id, value)),
                )

    def touch(self, resource: Resource, parent: Resource | None) -> Resource:
        """Records that properties of a resource changed; its body and ETag did not."""
        if resource.mounted is not None:
            return replace(resource, mounted=mounts.touch(self, resource.mounted))
        after = replace(resource, counter=self.next_counter(resource.account_id))
        self.store.engine.execute("UPDATE resources SET counter = ? WHERE id = ?", (after.counter, after.id))
        change = Change(Operation.PROPPATCH, resource, after)
        if parent is None:
            self.changes.append(change)
            self._log(Operation.PROPPATCH, after, resource.counter)
        else:
            self._changed(change, parent)
        return after

    def note(self, operation: Operation, resource: Resource) -> None:
        """Puts into the log what changed neither the resource nor its collection, such as who may see it."""
        self._log(operation, resource, resource.counter, self.next_counter(resource.account_id))

    def locks_on(self, resource: Resource) -> list[Lock]:
        """The locks whose root a resource is."""
        return [lock for lock in self.store.locks_of_home(resource.home_id) if lock.resource_id == resource.id]

    def add_lock(self, lock: Lock) -> None:
        self.store.engine.execute(
            "INSERT INTO locks (token, home_id, resource_id, account_id, shared, deep, owner, seconds, expires)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                lock.token, lock.home_id, lock.resource_id, lock.account_id, int(lock.shared), int(lock.deep),
                lock.owner, lock.seconds, lock.expires,
            ),
        )  # fmt: skip

    def refresh_lock(self, token: str, seconds: int) -> None:
        self.store.engine.execute(
            "UPDATE locks SET seconds = ?, expires = ? WHERE token = ?",
            (seconds, now_ms() + seconds * 1000, token),
        )

    def remove_lock(self, token: str) -> int:
        return self.store.engine.execute("DELETE FROM locks WHERE token = ?", (token,))

    # -- log ---------------------------------------------------------------------------------------

    def audit(
        self, action: str, outcome: str = "ok", resource: Resource | None = None, *,
        account: Account | None = None, part: bytes = b"", times: int = 1,
    ) -> None:  # fmt: skip
        """The row of this transaction: about a resource, an account, or the `part` of an account with an id of its own.

        `times` says how often an act of housekeeping was done.
        """
        about = (resource.parent_id, resource.id) if resource else (b"", account.id if account else b"")
        if account and part:
            about = (account.id, part)
        if account:
            self.account_acts.append((action, account.name))
        actor = self.actor
        append(
            self.store.engine,
            AuditRow(
                now_ms(), action, outcome, actor.account_id, actor.on_behalf_of, actor.credential_id, actor.method,
                actor.os_user, *about, actor.request_id, times,
            ),
        )  # fmt: skip

    def post(self, kind: str, account_id: bytes, payload: bytes, due: int = 0) -> None:
        """Leaves a message for the world outside, which goes when this transaction is committed."""
        codec, now, message_id = self.store.codec, now_ms(), new_id()
        key_id = codec.key_id(account_id)
        self.posted.append((kind, message_id))
        self.store.engine.execute(
            "INSERT INTO outbox (id, kind, account_id, key_id, payload, created, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (message_id, kind, account_id, key_id, codec.encode(key_id, payload), now, due or now),
        )

    def _changed(self, change: Change, parent: Resource, counter: int = 0) -> None:
        resource = change.resource
        counter = counter or resource.counter
        self.changes.append(change)
        ids = (parent.id, parent.home_id)
        self.store.engine.execute("UPDATE resources SET content_counter = ? WHERE id IN (?, ?)", (counter, *ids))
        before = change.before.counter if change.before else 0
        self._log(change.operation, resource, before, counter)

    def _log(self, operation: Operation, resource: Resource, before: int, counter: int = 0) -> None:
        store, actor = self.store, self.actor
        counter = counter or resource.counter
        if resource.collection or operation not in _OF_CONTENT:
            store.engine.raise_generation()
        clock = store.clock.tick()
        store.engine.execute(
            "INSERT INTO changes (origin, account_id, counter, parent_origin, parent_counter, collection_id,"
            " resource_id, operation, digest, clock, actor_id, request_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                store.origin, resource.account_id, counter, store.origin if before else "", before,
                resource.parent_id, resource.id, str(operation),
                "" if operation is Operation.DELETE else resource.etag,
                clock, actor.account_id, actor.request_id,
            ),
        )  # fmt: skip
        row = row_as_read(resource) if operation is Operation.PUT else None
        store.engine.note_change(clock, resource, counter, row)

    def _bury(self, resource: Resource, parent: Resource, counter: int) -> None:
        """A name has one tombstone, the latest, which knows whether a collection ever had the name."""
        engine, place = self.store.engine, (parent.id, resource.name)
        held = engine.rows("SELECT collection FROM tombstones WHERE collection_id = ? AND name = ?", place)
        if held:
            engine.execute("DELETE FROM tombstones WHERE collection_id = ? AND name = ?", place)
        collection = resource.collection or any(row[0] for row in held)
        engine.execute(
            "INSERT INTO tombstones (collection_id, counter, home_id, resource_id, name, collection)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (parent.id, counter, parent.home_id, resource.id, resource.name, int(collection)),
        )

    def note_mount(self, standing: Mount) -> None:
        """Puts a change of a mount into its home and the log."""
        self._at_home(standing, Operation.MOUNT)

    def bury_mount(self, standing: Mount) -> None:
        """The same for one that is gone, or gone from its name, at `counter`."""
        self._at_home(standing, Operation.UNMOUNT)
        home = Resource("", (), True, standing.home_id, standing.account_id, standing.home_id)
        gone = Resource("", (), True, standing.collection_id, name=standing.name)
        self._bury(gone, home, standing.counter)

    def _at_home(self, standing: Mount, operation: Operation) -> None:
        self.remounted.append(standing)
        sql = "UPDATE resources SET content_counter = ? WHERE id = ?"
        self.store.engine.execute(sql, (standing.counter, standing.home_id))
        self._log(
            operation,
            Resource("", (), True, standing.id, standing.account_id, standing.home_id, standing.home_id),
            0,
            standing.counter,
        )

    def _insert_version(self, resource: Resource, body: StoredBody) -> bytes:
        if body.blob is not None and not self.store.blobs.is_whole(body.blob, body.size):
            raise StoreAway("the body was lost on its way; send it again")
        codec, version_id = self.store.codec, new_id()
        key_id = codec.key_id(resource.account_id)
        data = None if body.data is None else codec.encode(key_id, body.data)
        self.store.engine.execute(
            "INSERT INTO versions (id, resource_id, account_id, origin, counter, key_id, body, blob, size, etag,"
            " created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                version_id, resource.id, resource.account_id, self.store.origin, resource.counter, key_id,
                data, body.blob, body.size, body.etag, now_ms(),
            ),
        )  # fmt: skip
        if body.data is not None and len(self._bodies) < BODIES_AT_HAND:
            self._bodies[version_id] = body.data
        return version_id

    def _insert(self, r: Resource) -> None:
        self.store.engine.execute(
            "INSERT INTO resources (id, account_id, home_id, parent_id, name, kind, collection, uid, version_id,"
            " etag, size, content_type, created, modified, counter, default_name)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                r.id, r.account_id, r.home_id, r.parent_id, r.name, r.kind, int(r.collection), r.uid,
                r.version_id, r.etag, r.size, r.content_type, r.created, r.modified, r.counter, r.default,
            ),
        )  # fmt: skip

    def _renew(self, before: Resource, after: Resource) -> None:
        """Writes what a new version changes alone: every other column stands in an index."""
        if _place(before) != _place(after):
            self._update(after)
            return
        self.store.engine.execute(
            "UPDATE resources SET version_id = ?, etag = ?, size = ?, content_type = ?, modified = ?, counter = ?"
            " WHERE id = ?",
            (after.version_id, after.etag, after.size, after.content_type, after.modified, after.counter, after.id),
        )

    def _update(self, r: Resource) -> None:
        self.store.engine.execute(
            "UPDATE resources SET account_id = ?, home_id = ?, parent_id = ?, name = ?, kind = ?, uid = ?,"
            " version_id = ?, etag = ?, size = ?, content_type = ?, modified = ?, counter = ?, default_name = ?"
            " WHERE id = ?",
            (
                r.account_id, r.home_id, r.parent_id, r.name, r.kind, r.uid, r.version_id, r.etag, r.size,
                r.content_type, r.modified, r.counter, r.default, r.id,
            ),
        )  # fmt: skip

    # -- reading what was written, and what is committed -------------------------------------------

    def body(self, resource: Resource) -> bytes:
        """The body of a resource of a kind whose size is limited; one that came in this transaction is at hand."""
        known = self._bodies.get(resource.version_id)
        return self.store.body(resource).read() if known is None else known

    def current(self, resource: Resource, path: Path | None = None) -> Resource | None:
        """The resource as it is now, inside the transaction, under the path it was reached by."""
        found = self.store.resource(resource.id, path or resource.path)
        if found is not None and resource.mounted is not None:
            found.mounted = self.store.mounts.by_id(resource.mounted.id)
            return found if found.mounted is not None else None
        return found
