"""Cursors of the change feed: a position in the log that only this store can have written, for one account.

The signature covers the epoch, which a restore from a backup changes: what was handed out before is invalid then.
"""

from __future__ import annotations

import re
from hmac import compare_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a3dav.storage.store import Store

LONGEST = 60
_CURSOR = re.compile(r"1-([0-9a-f]{1,16})-([0-9a-f]{24})", re.ASCII)


def cursor(store: Store, account_id: bytes, position: int) -> str:
    return f"1-{position:x}-{_signature(store, account_id, position)}"


def position_of(store: Store, account_id: bytes, text: str) -> int | None:
    """The position behind which a cursor goes on; None for one that this store did not write for this account."""
    match = _CURSOR.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return None
    position = int(match[1], 16)
    return position if compare_digest(match[2], _signature(store, account_id, position)) else None


def _signature(store: Store, account_id: bytes, position: int) -> str:
    return store.mac(f"changes/{store.epoch}/{account_id.hex()}/{position}")
