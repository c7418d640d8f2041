"""Bearer tokens, of which digests are stored."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.identifiers import now_ms
from a3dav.storage.engine import Engine, Row
from a3dav.storage.generation import NOTE_BEARER_USE

COLUMNS = "t.id, t.account_id, t.label, t.scopes, t.created, t.expires, t.last_used"
_FROM = f"SELECT {COLUMNS} FROM tokens t"


@dataclass(slots=True, frozen=True)
class Token:
    """What a program signs in with; times are milliseconds since 1970, 0 = never."""

    id: bytes
    account_id: bytes
    label: str
    scopes: tuple[str, ...]
    created: int
    expires: int
    last_used: int

    @property
    def expired(self) -> bool:
        return bool(self.expires) and self.expires < now_ms()


class Tokens:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, account_id: bytes) -> list[Token]:
        return [
            token_of(row) for row in self._engine.rows(f"{_FROM} WHERE t.account_id = ? ORDER BY t.id", (account_id,))
        ]

    def by_digest(self, digest: bytes) -> Token | None:
        row = self._engine.row(f"{_FROM} WHERE t.digest = ?", (digest,))
        return token_of(row) if row else None

    def by_id(self, token_id: bytes) -> Token | None:
        row = self._engine.row(f"{_FROM} WHERE t.id = ?", (token_id,))
        return token_of(row) if row else None

    def count(self, account_id: bytes) -> int:
        row = self._engine.row("SELECT COUNT(*) FROM tokens WHERE account_id = ?", (account_id,))
        return int(row[0]) if row else 0

    # -- inside a transaction ----------------------------------------------------------------------

    def add(self, token: Token, digest: bytes) -> None:
        self._engine.execute(
            "INSERT INTO tokens (id, account_id, label, digest, scopes, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                token.id, token.account_id, token.label, digest, " ".join(token.scopes), token.created, token.expires,
            ),
        )  # fmt: skip

    def remove(self, token_id: bytes) -> None:
        self._engine.execute("DELETE FROM tokens WHERE id = ?", (token_id,))

    def remove_expired(self, before: int) -> int:
        return self._engine.execute("DELETE FROM tokens WHERE expires > 0 AND expires < ?", (before,))

    def note_use(self, token_id: bytes) -> None:
        self._engine.execute(NOTE_BEARER_USE, (now_ms(), token_id))


def token_of(row: Row) -> Token:
    return Token(bytes(row[0]), bytes(row[1]), str(row[2]), tuple(str(row[3]).split()), row[4], row[5], row[6])
