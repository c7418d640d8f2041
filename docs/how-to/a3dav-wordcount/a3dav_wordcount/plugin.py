"""Plugin `wordcount`: how many words a text file has, as a property."""

from a3dav import hookimpl
from a3dav.registries import Index, Migrations, Property
from a3dav.storage.batches import marks

NAMESPACE = "http://example.org/ns/wordcount/"
FILES = frozenset({"file"})

TABLES = Migrations(
    "wordcount",
    (("CREATE TABLE wordcount_files (resource_id BLOB NOT NULL PRIMARY KEY, words INTEGER NOT NULL)",),),
)


def update(tx, changes):
    """Counts again what was written; runs inside the transaction of the write."""
    for change in changes:
        tx.store.engine.execute("DELETE FROM wordcount_files WHERE resource_id = ?", (change.resource.id,))
        after = change.after
        if after is not None and after.content_type.startswith("text/"):
            count = len(tx.store.body(after).read().split())
            tx.store.engine.execute("INSERT INTO wordcount_files VALUES (?, ?)", (after.id, count))


def clear(tx):
    tx.store.engine.execute("DELETE FROM wordcount_files")


def words(exchange, resources, requested):
    """One value for each resource of a page, read in one query; None where there is no such property."""
    ids = [resource.id for resource in resources]
    sql = f"SELECT resource_id, words FROM wordcount_files WHERE resource_id IN ({marks(ids)})"
    found = {bytes(resource_id): str(count).encode() for resource_id, count in exchange.store.engine.rows(sql, ids)}
    return [found.get(resource_id) for resource_id in ids]


@hookimpl
def a3dav_register_migrations(registry):
    registry.add(TABLES)


@hookimpl
def a3dav_register_indexes(registry):
    registry.add(Index("wordcount", "1", FILES, update, clear))


@hookimpl
def a3dav_register_properties(registry):
    registry.namespace("W", NAMESPACE)
    registry.add(Property(f"{{{NAMESPACE}}}words", words, kinds=FILES))
