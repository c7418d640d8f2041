"""The store as everybody reads it: prepared text for the hot statements, values out.

Nothing here keeps a cursor: every method is one or a few short statements (see `lanes`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path as FilePath

from a3dav.errors import StoreError
from a3dav.exchange import Body
from a3dav.faults import BodyLost, FaultLog
from a3dav.identifiers import Clock, new_id
from a3dav.lanes import Place, Seen
from a3dav.principals import Account
from a3dav.resources import Mount, Path, Resource
from a3dav.standing import Standing
from a3dav.storage.accounts import Accounts
from a3dav.storage.batches import alternatives, marks
from a3dav.storage.blobs import FileBlobs
from a3dav.storage.codec import Codec, PlainCodec
from a3dav.storage.engine import Engine, Row
from a3dav.storage.latest import Ahead, Latest
from a3dav.storage.log import ChangeLog
from a3dav.storage.mounts import Mounts
from a3dav.storage.rows import COLUMNS, LOCK_EXPIRED, Lock, Tombstone, lock_horizon, lock_of, resource_of, tombstone_of
from a3dav.storage.tokens import Tokens

_BY_ID = f"SELECT {COLUMNS} FROM resources r WHERE r.id = ?"
_CHILD = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.name = ?"
_LOOKS = (
    f"SELECT f.value, {COLUMNS} FROM unnest(?::bytea[], ?::text[]) WITH ORDINALITY AS place (parent_id, name, number)"
    " LEFT JOIN facts f ON f.name = 'generation'"
    " LEFT JOIN resources r ON r.parent_id = place.parent_id AND r.name = place.name ORDER BY place.number"
)
"""Of PostgreSQL."""
PLANNED_FOR = 10
"""PostgreSQL plans a list of unknown length for so many, and plans anew each time for any that are less."""
_AGAIN = f"{_BY_ID} UNION ALL {_CHILD}"
_MEMBERS = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.id > ? ORDER BY r.id LIMIT ?"
_BY_UID = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.uid = ?"
_CHANGED_MEMBERS = (
    f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.counter > ? ORDER BY r.counter LIMIT ?"
)
_CHANGED_IN_HOME = (
    f"SELECT {COLUMNS} FROM resources r WHERE r.home_id = ? AND r.counter > ? AND r.id <> r.home_id"
    " ORDER BY r.counter LIMIT ?"
)
_BODY = "SELECT account_id, key_id, body, blob, size FROM versions WHERE id = ?"
_NAME_IS_FREE = "NOT EXISTS (SELECT 1 FROM resources n WHERE n.parent_id = t.collection_id AND n.name = t.name)"
_NAME_IS_RENEWED = (
    "EXISTS (SELECT 1 FROM resources n WHERE n.parent_id = t.collection_id AND n.name = t.name"
    " AND (n.collection = 1 OR t.collection = 1))"
)
PAGE = 100


class Store:
    """Resources, bodies, properties, locks and changes of one data directory and database."""

    def __init__(self, engine: Engine, data_dir: FilePath, codec: Codec | None = None) -> None:
        self.engine = engine
        self.data_dir = data_dir
        self.codec: Codec = codec or PlainCodec()
        self.blobs = FileBlobs(data_dir / "blobs")
        self.accounts = Accounts(engine)
        self.mounts = Mounts(engine)
        self.tokens = Tokens(engine)
        self.log = ChangeLog(engine)
        self.clock = Clock()
        self.faults = FaultLog()
        self.standing = Standing(engine)
        self.latest = Latest(engine, self.standing)
        self.ahead = Ahead()
        self.epoch = ""
        self.origin = ""
        self.key = b""

    def open(self) -> None:
        """Reads what identifies this store; the schema must be there."""
        self.blobs.prepare()
        facts = {str(name): str(value) for name, value in self.engine.rows("SELECT name, value FROM facts")}
        missing = sorted({"epoch", "origin", "key"} - set(facts))
        if missing:
            raise StoreError(f"the store has lost its {' and '.join(missing)}; a3dav db upgrade makes new ones")
        self.epoch, self.origin, self.key = facts["epoch"], facts["origin"], bytes.fromhex(facts["key"])
        latest = self.engine.row("SELECT clock FROM changes ORDER BY position DESC LIMIT 1")
        self.clock.observe(int(latest[0]) if latest else 0)

    def initialise(self) -> None:
        """Gives a new store its identity; a store that has one keeps it."""
        fresh = {"epoch": new_id().hex(), "origin": os.urandom(4).hex(), "key": os.urandom(32).hex()}
        for name, value in fresh.items():
            self.engine.execute(
                "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (name, value)
            )

    # -- resources ---------------------------------------------------------------------------------

    def resource(self, resource_id: bytes, path: Path | None = None) -> Resource | None:
        row = self.engine.row(_BY_ID, (resource_id,))
        if row is None:
            return None
        return resource_of(row, path if path is not None else self.path_of(row))

    def looks(self, places: Sequence[Place]) -> list[Seen]:
        """The generation and the rows of members, for many requests at once; where questions take long."""
        padding = [None] * (PLANNED_FOR - len(places))
        values = [parent for parent, _ in places] + padding, [name for _, name in places] + padding
        rows = self.engine.rows(_LOOKS, values)[: len(places)]
        return [Seen(generation or "", tuple(row) if row[0] is not None else None) for generation, *row in rows]

    def child(self, collection: Resource, name: str) -> Resource | None:
        row = self.row_of(collection, name)
        return resource_of(row, (*collection.path, name)) if row else None

    def row_of(self, collection: Resource, name: str) -> Row | None:
        """The row of a child as it is now, for whoever wants to know whether it is the one that it was."""
        place = (collection.id, name)
        if self.ahead.place == place:
            return self.ahead.row
        usable = self.latest.usable()
        row = self.latest.get(place) if usable else None
        if row is None:
            row = self.engine.row(_CHILD, place)
            if row is not None and usable:
                self.latest.keep(place, row)
        return row

    def member(self, collection: Resource, name: str) -> Resource | None:
        """A child, or what is mounted under this name; a home alone has such members."""
        found = self.child(collection, name)
        if found is not None or collection.id != collection.home_id:
            return found
        standing = self.mounts.named(collection.id, name)
        return self.at_mount(collection, standing) if standing is not None else None

    def again(self, collection: Resource, name: str) -> tuple[Resource | None, Resource | None]:
        """A collection that is reached as a member of its own home, and the member of a name, as they are now."""
        found: dict[bool, Row] = {}
        for row in self.engine.rows(_AGAIN, (collection.id, collection.id, name)):
            found[bytes(row[0]) == collection.id] = row
        here, child = found.get(True), found.get(False)
        return (
            resource_of(here, collection.path) if here else None,
            resource_of(child, (*collection.path, name)) if child else None,
        )

    def at_mount(self, home: Resource, standing: Mount) -> Resource | None:
        row = self.engine.row(_BY_ID, (standing.collection_id,))
        return _mounted(row, home, standing) if row is not None else None

    def mounted(self, home: Resource) -> list[Resource]:
        """The collections of others that are members of a home; nothing for a collection that is no home."""
        standing = {entry.collection_id: entry for entry in self.mounts_of(home)}
        found: dict[bytes, Row] = {}
        for batch in alternatives(list(standing)):
            sql = f"SELECT {COLUMNS} FROM resources r WHERE r.id IN ({marks(batch)})"
            found |= {bytes(row[0]): row for row in self.engine.rows(sql, batch)}
        return [_mounted(found[key], home, entry) for key, entry in standing.items() if key in found]

    def mounts_of(self, home: Resource) -> Sequence[Mount]:
        """What is mounted in a home; nothing in a collection that is none."""
        if not home.stored or home.id != home.home_id:
            return ()
        return self.standing.recall(("mounts", home.id), self.mounts.of_home, home.id)

    def owner(self, account_id: bytes) -> Account | None:
        """The account behind what is stored; what it uses of its quota may be that of a while ago."""
        return self.standing.recall(("account", account_id), self.accounts.by_id, account_id)

    def home(self, root: str, account_id: bytes, account_name: str) -> Resource | None:
        row = self.engine.row(_CHILD, (account_id, root))
        return resource_of(row, (root, account_name)) if row else None

    def homes(self, account_id: bytes, account_name: str) -> list[Resource]:
        rows = self.engine.rows(_MEMBERS, (account_id, b"", PAGE))
        return [resource_of(row, (str(row[4]), account_name)) for row in rows]

    def members(self, collection: Resource, after: bytes = b"", limit: int = PAGE) -> list[Resource]:
        """A page of members behind the resource id `after`; pages neither overlap nor skip."""
        rows = self.engine.rows(_MEMBERS, (collection.id, after, limit))
        return [resource_of(row, (*collection.path, row[4])) for row in rows]

    def pages(self, collection: Resource, limit: int = PAGE) -> Iterator[list[Resource]]:
        after = b""
        while page := self.members(collection, after, limit):
            yield page
            if len(page) < limit:
                return
            after = page[-1].id

    def member_pages(self, collection: Resource, limit: int = PAGE) -> Iterator[list[Resource]]:
        """The pages of a collection, and behind them what is mounted there."""
        yield from self.pages(collection, limit)
        if mounted := self.mounted(collection):
            yield mounted

    def count_members(self, collection: Resource, limit: int) -> int:
        """How many members a collection has, or `limit` where it has more; enough to estimate a cost."""
        sql = "SELECT COUNT(*) FROM (SELECT 1 FROM resources WHERE parent_id = ? LIMIT ?) AS counted"
        row = self.engine.row(sql, (collection.id, limit))
        return int(row[0]) if row else 0

    def count_below(self, home_id: bytes, limit: int) -> int:
        """How many resources a home holds at any depth, or `limit` where it holds more."""
        row = self.engine.row(
            "SELECT COUNT(*) FROM (SELECT 1 FROM resources WHERE home_id = ? LIMIT ?) AS counted", (home_id, limit)
        )
        return int(row[0]) if row else 0

    def by_uid(self, collection: Resource, uid: str) -> list[Resource]:
        rows = self.engine.rows(_BY_UID, (collection.id, uid))
        return [resource_of(row, (*collection.path, row[4])) for row in rows]

    def by_names(self, collection: Resource, names: Sequence[str]) -> dict[str, Resource]:
        found: dict[str, Row] = {}
        usable = self.latest.usable()
        if usable:
            known = ((name, self.latest.get((collection.id, name))) for name in names)
            found = {name: row for name, row in known if row is not None}
        for batch in alternatives([name for name in names if name not in found]):
            sql = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.name IN ({marks(batch)})"
            for row in self.engine.rows(sql, (collection.id, *batch)):
                found[row[4]] = row
                if usable:
                    self.latest.keep((collection.id, row[4]), row)
        return {name: resource_of(row, (*collection.path, name)) for name, row in found.items()}

    def by_ids(self, collection: Resource, ids: Sequence[bytes]) -> list[Resource]:
        """Members of a collection by id, in the order given."""
        found = {}
        for batch in alternatives(ids):
            sql = f"SELECT {COLUMNS} FROM resources r WHERE r.id IN ({marks(batch)}) AND r.parent_id = ?"
            for row in self.engine.rows(sql, (*batch, collection.id)):
                found[bytes(row[0])] = resource_of(row, (*collection.path, row[4]))
        return [found[key] for key in ids if key in found]

    def ancestors(self, resource: Resource) -> list[bytes]:
        """Ids of the resource itself and of every collection above it, up to its home."""
        ids, parent = [resource.id], resource.parent_id
        while ids[-1] != resource.home_id:
            ids.append(parent)
            row = self.engine.row("SELECT parent_id FROM resources WHERE id = ?", (parent,))
            if row is None:
                break
            parent = bytes(row[0])
        return ids

    def path_of(self, row: Row) -> Path:
        names: list[str] = [str(row[4])]
        account_id, parent_id = bytes(row[1]), bytes(row[3])
        while parent_id != account_id:
            parent = self.engine.row("SELECT name, parent_id FROM resources WHERE id = ?", (parent_id,))
            if parent is None:
                raise LookupError(f"resource {bytes(row[0]).hex()} hangs on a collection that does not exist")
            names.append(str(parent[0]))
            parent_id = bytes(parent[1])
        account = self.accounts.by_id(account_id)
        owner = account.name if account else account_id.hex()
        return (names[-1], owner, *reversed(names[:-1]))

    def tree(self, collection: Resource) -> Iterator[Resource]:
        """Everything below a collection, each collection before its members."""
        for page in self.pages(collection):
            for member in page:
                yield member
                if member.collection:
                    yield from self.tree(member)

    # -- bodies ------------------------------------------------------------------------------------

    def body(self, resource: Resource) -> Body:
        """The body as a client sent it; large ones stay in their file."""
        row = self.engine.row(_BODY, (resource.version_id,))
        if row is None:
            raise BodyLost(f"resource {resource.id.hex()} has lost its version {resource.version_id.hex()}")
        return self._body_of(row)

    def _body_of(self, row: Row) -> Body:
        if row[3] is not None:
            if not self.blobs.is_whole(str(row[3]), int(row[4])):
                raise BodyLost(f"the file {self.blobs.path(str(row[3]))} of a large body is missing or damaged")
            return Body(file=self.blobs.path(str(row[3])), length=int(row[4]))
        return Body(data=self.codec.decode(str(row[1]), bytes(row[2])), length=int(row[4]))

    def bodies(self, resources: Sequence[Resource], *, lost: bytes | None = None) -> list[bytes]:
        """The bodies of many resources, in their order; for kinds whose size is limited.

        `lost` stands for a body that is missing from the store; without it, one that is raises BodyLost.
        """
        found: dict[bytes, Row] = {}
        for batch in alternatives([resource.version_id for resource in resources]):
            sql = f"SELECT account_id, key_id, body, blob, size, id FROM versions WHERE id IN ({marks(batch)})"
            found |= {bytes(row[5]): row for row in self.engine.rows(sql, batch)}
        return [self._one_of(found, resource, lost) for resource in resources]

    def _one_of(self, found: dict[bytes, Row], resource: Resource, lost: bytes | None) -> bytes:
        try:
            row = found.get(resource.version_id)
            return self.body(resource).read() if row is None else self._body_of(row).read()
        except BodyLost as fault:
            if lost is None:
                raise
            self.faults.tell(fault)
            return lost

    def etag(self, body: Body) -> str:
        """The entity tag of a body: a keyed digest of its bytes, of nothing else."""
        digest = self.tagger()
        if body.file is None:
            digest.update(body.data)
        else:
            with body.file.open("rb") as handle:
                while piece := handle.read(1 << 20):
                    digest.update(piece)
        return digest.hexdigest()

    def tagger(self) -> hashlib.blake2b:
        """What becomes an entity tag once it was given the bytes of a body."""
        return hashlib.blake2b(key=self.key, digest_size=16)

    def mac(self, text: str) -> str:
        return hashlib.blake2b(text.encode(), key=self.key, digest_size=12).hexdigest()

    # -- properties and locks ----------------------------------------------------------------------

    def properties(self, resources: Iterable[Resource]) -> dict[bytes, dict[str, bytes]]:
        """Stored properties of each resource id: whole elements as XML, by Clark name.

        Those that somebody gave a collection where it is mounted go before those of its owner.
        """
        wanted = list(resources)
        if len(wanted) == 1 and wanted[0].collection and wanted[0].id:
            (one,) = wanted
            return self.standing.recall(("properties", one.id, one.mounted and one.mounted.id), self._of, wanted)
        return self._of(wanted)

    def _of(self, wanted: Sequence[Resource]) -> dict[bytes, dict[str, bytes]]:
        mounts = {r.mounted.id: r.id for r in wanted if r.mounted is not None}
        found = self._properties([*(r.id for r in wanted if r.id), *mounts])
        for mount_id, resource_id in mounts.items():
            if own := found.pop(mount_id, None):
                found[resource_id] = found.get(resource_id, {}) | own
        return found

    def _properties(self, ids: Sequence[bytes]) -> dict[bytes, dict[str, bytes]]:
        found: dict[bytes, dict[str, bytes]] = {}
        for batch in alternatives(ids):
            sql = f"SELECT resource_id, name, key_id, value FROM properties WHERE resource_id IN ({marks(batch)})"
            for row in self.engine.rows(sql, batch):
                value = self.codec.decode(str(row[2]), bytes(row[3]))
                found.setdefault(bytes(row[0]), {})[str(row[1])] = value
        return found

    def locks_of_home(self, home_id: bytes) -> list[Lock]:
        rows = self.engine.rows(
            "SELECT token, home_id, resource_id, account_id, shared, deep, owner, seconds, expires"
            f" FROM locks WHERE home_id = ? AND NOT ({LOCK_EXPIRED})",
            (home_id, *lock_horizon()),
        )
        return [lock_of(row) for row in rows]

    # -- changes -----------------------------------------------------------------------------------

    def changed_members(self, collection: Resource, since: int, limit: int) -> list[Resource]:
        rows = self.engine.rows(_CHANGED_MEMBERS, (collection.id, since, limit))
        return [resource_of(row, (*collection.path, row[4])) for row in rows]

    def names_written(self, collection: Resource, before: bytes, now: bytes) -> set[str] | None:
        """Names below which this process wrote members between two states of the store; None where others may have."""
        told = self.engine.commits.quietly(before, now)
        return None if told is None else {note.name for note in told if note.collection_id == collection.id}

    def touched_collections(self, home: Resource, since: int) -> list[Resource]:
        """Member collections that changed themselves, or in what they hold, since a counter."""
        rows = self.engine.rows(
            f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.collection = 1"
            " AND (r.counter > ? OR r.content_counter > ?)",
            (home.id, since, since),
        )
        return [resource_of(row, (*home.path, row[4])) for row in rows]

    def changed_in_home(self, home: Resource, since: int, limit: int) -> list[Resource]:
        """Resources below a home whose own counter passed `since`, at any depth, with their paths."""
        rows = self.engine.rows(_CHANGED_IN_HOME, (home.id, since, limit))
        paths: dict[bytes, Path] = {home.id: home.path}
        return [resource_of(row, (*self._path_below(bytes(row[3]), paths), row[4])) for row in rows]

    def _path_below(self, collection_id: bytes, paths: dict[bytes, Path]) -> Path:
        if collection_id not in paths:
            row = self.engine.row("SELECT parent_id, name FROM resources WHERE id = ?", (collection_id,))
            if row is None:
                raise LookupError("a collection vanished between two reads")
            paths[collection_id] = (*self._path_below(bytes(row[0]), paths), str(row[1]))
        return paths[collection_id]

    def tombstones(self, collection: Resource, since: int, limit: int) -> list[Tombstone]:
        return [
            tombstone_of(row)
            for row in self.engine.rows(
                "SELECT t.collection_id, t.counter, t.resource_id, t.name, t.collection FROM tombstones t"
                f" WHERE t.collection_id = ? AND t.counter > ? AND {_NAME_IS_FREE} ORDER BY t.counter LIMIT ?",
                (collection.id, since, limit),
            )
        ]

    def tombstones_in_home(self, home: Resource, since: int, limit: int) -> list[tuple[Path, Tombstone]]:
        """Deleted members of collections that still exist below a home, with the paths they had."""
        rows = self.engine.rows(
            f"SELECT t.collection_id, t.counter, t.resource_id, t.name, t.collection, {_NAME_IS_RENEWED}"
            " FROM tombstones t JOIN resources c ON c.id = t.collection_id"
            f" WHERE t.home_id = ? AND t.counter > ? AND ({_NAME_IS_FREE} OR {_NAME_IS_RENEWED})"
            " ORDER BY t.counter LIMIT ?",
            (home.id, since, limit),
        )
        paths: dict[bytes, Path] = {home.id: home.path}
        return [((*self._path_below(bytes(row[0]), paths), str(row[3])), tombstone_of(row)) for row in rows]

    def sync_floor(self, collection: Resource) -> int:
        """The counter up to which it was forgotten what the collection lost."""
        row = self.engine.row("SELECT counter FROM sync_floors WHERE collection_id = ?", (collection.id,))
        return int(row[0]) if row else 0

    def counter_at(self, account_id: bytes, moment: int) -> int:
        """The counter of the last change of an account before a moment in milliseconds, 0 where there was none."""
        row = self.engine.row(
            "SELECT counter FROM changes WHERE account_id = ? AND origin = ? AND clock < ?"
            " ORDER BY counter DESC LIMIT 1",
            (account_id, self.origin, Clock.at(moment)),
        )
        return int(row[0]) if row else 0

    def version_at(self, resource: Resource, counter: int) -> bytes | None:
        """The version that a resource had at a counter; None where it is kept no longer, or the resource is younger."""
        row = self.engine.row(
            "SELECT id FROM versions WHERE resource_id = ? AND counter <= ? ORDER BY counter DESC LIMIT 1",
            (resource.id, counter),
        )
        return bytes(row[0]) if row else None

    def counter(self, account_id: bytes) -> int:
        row = self.engine.row("SELECT counter FROM accounts WHERE id = ?", (account_id,))
        return int(row[0]) if row else 0


def _mounted(row: Row, home: Resource, standing: Mount) -> Resource:
    return replace(resource_of(row, (*home.path, standing.name)), mounted=standing)
