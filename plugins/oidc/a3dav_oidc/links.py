"""Which account belongs to whom at a provider, and what was granted to programs of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.identifiers import new_id, now_ms
from a3dav.registries import Migrations
from a3dav.storage.engine import Row

if TYPE_CHECKING:
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "oidc",
    (
        (
            "CREATE TABLE oidc_links (id BLOB PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, issuer TEXT NOT NULL,"
            " subject TEXT NOT NULL, created INTEGER NOT NULL)",
            "CREATE UNIQUE INDEX oidc_links_by_subject ON oidc_links (issuer, subject)",
            "CREATE UNIQUE INDEX oidc_links_of_account ON oidc_links (account_id, issuer)",
            "CREATE TABLE oidc_grants (id BLOB PRIMARY KEY,"
            " link_id BLOB NOT NULL REFERENCES oidc_links (id) ON DELETE CASCADE, scopes TEXT NOT NULL,"
            " last_used INTEGER NOT NULL)",
            "CREATE UNIQUE INDEX oidc_grants_of_link ON oidc_grants (link_id, scopes)",
        ),
    ),
    frozenset(("oidc_links", "oidc_grants")),
)
_LINK = "SELECT id, account_id, issuer, subject, created FROM oidc_links"


@dataclass(slots=True, frozen=True)
class Link:
    """An account is that of a subject at an issuer (OpenID Connect Core 1.0 §5.7), whatever either is called."""

    id: bytes
    account_id: bytes
    issuer: str
    subject: str
    created: int


@dataclass(slots=True, frozen=True)
class Grant:
    """What tokens of one link with the same scopes are good for; the audit trail has its id as the credential."""

    id: bytes
    scopes: frozenset[str]
    last_used: int


def by_subject(store: Store, issuer: str, subject: str) -> Link | None:
    return _link(store.engine.row(f"{_LINK} WHERE issuer = ? AND subject = ?", (issuer, subject)))


def of_account(store: Store, account_id: bytes, issuer: str) -> Link | None:
    return _link(store.engine.row(f"{_LINK} WHERE account_id = ? AND issuer = ?", (account_id, issuer)))


def all_of(store: Store, issuer: str) -> list[tuple[Link, int]]:
    """Every link with the moment of its last sign-on, 0 for never."""
    sql = (
        "SELECT l.id, l.account_id, l.issuer, l.subject, l.created, MAX(g.last_used) FROM oidc_links l"
        " LEFT JOIN oidc_grants g ON g.link_id = l.id WHERE l.issuer = ?"
        " GROUP BY l.id, l.account_id, l.issuer, l.subject, l.created ORDER BY l.created, l.id"
    )
    return [(_made(row), int(row[5] or 0)) for row in store.engine.rows(sql, (issuer,))]


def grant(store: Store, link_id: bytes, scopes: frozenset[str]) -> Grant | None:
    sql = "SELECT id, scopes, last_used FROM oidc_grants WHERE link_id = ? AND scopes = ?"
    row = store.engine.row(sql, (link_id, _joined(scopes)))
    return _granted(row) if row else None


def granted_to(store: Store, account_id: bytes, issuer: str, grant_id: bytes) -> Grant | None:
    sql = (
        "SELECT g.id, g.scopes, g.last_used FROM oidc_grants g JOIN oidc_links l ON l.id = g.link_id"
        " WHERE g.id = ? AND l.account_id = ? AND l.issuer = ?"
    )
    row = store.engine.row(sql, (grant_id, account_id, issuer))
    return _granted(row) if row else None


# -- inside a transaction --------------------------------------------------------------------------


def add(store: Store, account_id: bytes, issuer: str, subject: str) -> bool:
    """False where the subject or the account is linked already."""
    sql = (
        "INSERT INTO oidc_links (id, account_id, issuer, subject, created) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING"
    )
    return store.engine.execute(sql, (new_id(), account_id, issuer, subject, now_ms())) == 1


def remove(store: Store, link_id: bytes) -> None:
    store.engine.execute("DELETE FROM oidc_links WHERE id = ?", (link_id,))


def note_use(store: Store, link_id: bytes, scopes: frozenset[str]) -> None:
    sql = (
        "INSERT INTO oidc_grants (id, link_id, scopes, last_used) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (link_id, scopes) DO UPDATE SET last_used = excluded.last_used"
    )
    store.engine.execute(sql, (new_id(), link_id, _joined(scopes), now_ms()))


def _joined(scopes: frozenset[str]) -> str:
    return " ".join(sorted(scopes))


def _link(row: Row | None) -> Link | None:
    return _made(row) if row else None


def _made(row: Row) -> Link:
    return Link(bytes(row[0]), bytes(row[1]), str(row[2]), str(row[3]), int(row[4]))


def _granted(row: Row) -> Grant:
    return Grant(bytes(row[0]), frozenset(str(row[1]).split()), int(row[2]))
