"""App passwords and tokens, and which of them are in use."""

from __future__ import annotations

from a3dav.identifiers import now_ms
from a3dav.storage.accounts import AppPassword, app_password_of
from a3dav.storage.conditions import Condition
from a3dav.storage.engine import Row
from a3dav.storage.tokens import COLUMNS, Token, token_of
from a3dav_admin.pages import Keyset

APP_PASSWORDS = Keyset(
    "appPasswords", "w.id, w.account_id, w.label, w.scope, w.created, w.expires, w.last_used", "app_passwords w",
    ("w.id",), (bytes,), "w.account_id",
)  # fmt: skip
TOKENS = Keyset("tokens", COLUMNS, "tokens t", ("t.id",), (bytes,), "t.account_id")
_USED = "SELECT id, account_id, '{}' AS kind, label, last_used, expires FROM {} WHERE last_used > 0"
SESSIONS = Keyset(
    "sessions", "s.id AS own, s.account_id, s.kind, s.label, s.last_used AS used, s.expires",
    f"({_USED.format('app-password', 'app_passwords')} UNION ALL {_USED.format('token', 'tokens')}) s",
    ("s.last_used", "s.id"), (int, bytes), descending=True,
)  # fmt: skip


def app_password(row: Row) -> AppPassword:
    return app_password_of(row[:7])


def token(row: Row) -> Token:
    return token_of(row[:7])


def lasting() -> Condition:
    """What has not expired; the moment is that of a second, so that all who ask at once ask the same."""
    now = now_ms()
    return Condition("(s.expires = 0 OR s.expires > ?)", (now - now % 1000,))
