"""Access control entries (RFC 3744 §5.5) and the table that keeps them.

A row goes with its resource, whoever deletes that, and whether this plugin is on or off: the database sees to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from a3dav.registries import Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Engine, Row

MIGRATIONS = Migrations(
    "acl",
    (
        (
            "CREATE TABLE acl_entries (resource_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,"
            " position INTEGER NOT NULL, principal TEXT NOT NULL,"
            " account_id BLOB REFERENCES accounts (id) ON DELETE SET NULL, property TEXT NOT NULL,"
            " inverted INTEGER NOT NULL, grants INTEGER NOT NULL, privileges TEXT NOT NULL, digest INTEGER NOT NULL,"
            " PRIMARY KEY (resource_id, position))",
            "CREATE INDEX acl_entries_of_account ON acl_entries (account_id)",
        ),
    ),
)
ACCOUNT = "href"
ALL, AUTHENTICATED, UNAUTHENTICATED, SELF = "all", "authenticated", "unauthenticated", "self"
PROPERTY = "property"
CLASSES = (ALL, AUTHENTICATED, UNAUTHENTICATED)
"""Of people, by how they come and not by who they are."""


@dataclass(slots=True, frozen=True)
class Principal:
    """Whom an entry is about: the local name of its element, and the account or the property inside."""

    kind: str
    account_id: bytes = b""
    property: str = ""


@dataclass(slots=True, frozen=True)
class Ace:
    """One entry; `privileges` are Clark names as they were given, aggregates unspelt."""

    principal: Principal
    grants: bool
    privileges: tuple[str, ...]
    inverted: bool = False


@dataclass(slots=True, frozen=True)
class Place:
    """Where a list stands: the collection above it, and its entries in their order."""

    parent_id: bytes
    entries: tuple[Ace, ...]


_COLUMNS = "e.principal, e.account_id, e.property, e.inverted, e.grants, e.privileges"
_UPWARDS = (
    "WITH RECURSIVE up (id, parent_id) AS (SELECT id, parent_id FROM resources WHERE id IN ({marks})"
    " UNION SELECT r.id, r.parent_id FROM resources r JOIN up u ON r.id = u.parent_id)"
    f" SELECT u.id, u.parent_id, {_COLUMNS} FROM up u LEFT JOIN acl_entries e ON e.resource_id = u.id"
    " ORDER BY u.id, e.position"
)


def places_of(engine: Engine, resources: Iterable[Resource]) -> dict[bytes, Place]:
    """The lists of stored resources and of all collections above them, by id, in one statement a page."""
    parents: dict[bytes, bytes] = {}
    entries: dict[bytes, list[Ace]] = {}
    wanted = {i for r in resources for i in ((r.id,) if r.id == r.home_id else (r.id, r.parent_id))}
    for batch in batches(sorted(wanted)):
        found: dict[bytes, list[Ace]] = {}
        for row in engine.rows(_UPWARDS.format(marks=marks(batch)), batch):
            parents[bytes(row[0])] = bytes(row[1])
            if row[2] is not None and (ace := _ace_of(row[2:])):
                found.setdefault(bytes(row[0]), []).append(ace)
        entries |= found
    return {place: Place(parent, tuple(entries.get(place, ()))) for place, parent in parents.items()}


def entries_of(engine: Engine, resource: Resource) -> list[Ace]:
    sql = f"SELECT {_COLUMNS} FROM acl_entries e WHERE e.resource_id = ? ORDER BY e.position"
    return [ace for row in engine.rows(sql, (resource.id,)) if (ace := _ace_of(row))]


def _ace_of(row: Row) -> Ace | None:
    """None for an entry about an account that is gone, unless it shut out everybody else."""
    kind, account_id, name, inverted, grants, privileges = row
    names = tuple(str(privileges).split())
    if kind == ACCOUNT and account_id is None:
        return Ace(Principal(ALL), False, names) if inverted and not grants else None
    return Ace(Principal(str(kind), bytes(account_id or b""), str(name)), bool(grants), names, bool(inverted))


def replace_entries(engine: Engine, resource: Resource, entries: Sequence[Ace]) -> None:
    """Inside a transaction: the resource has these entries and no others."""
    engine.execute("DELETE FROM acl_entries WHERE resource_id = ?", (resource.id,))
    for position, ace in enumerate(entries):
        engine.execute(
            "INSERT INTO acl_entries (resource_id, position, principal, account_id, property, inverted, grants,"
            " privileges, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                resource.id, position, ace.principal.kind, ace.principal.account_id or None, ace.principal.property,
                int(ace.inverted), int(ace.grants), " ".join(ace.privileges), _digest(resource, position, ace),
            ),
        )  # fmt: skip


def _digest(resource: Resource, position: int, ace: Ace) -> int:
    """Forty bits that stand for the entry: thousands of them can be added up in the database."""
    return int.from_bytes(blake2b(repr((resource.id, position, ace)).encode(), digest_size=5).digest())
