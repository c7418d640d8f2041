"""Attachments that nothing refers to any more go after a while (RFC 8607 §3.12.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Task
from a3dav.storage.transaction import Actor, Operation
from a3dav_attachments.names import ATTACHMENT
from a3dav_attachments.uses import forget_made

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav.storage.transaction import Change, Transaction

DAY_MS = 86_400_000
PIECE = 50


def remove_orphans(house: House) -> str:
    """An old version of an event, or one in the trash, may come back for as long as history is kept."""
    days = max(house.section("attachments").orphan_days, house.settings.storage.history_days)
    oldest, removed = now_ms() - days * DAY_MS, 0

    def work(tx: Transaction) -> int:
        rows = tx.store.engine.rows(
            "SELECT attachment_id, account_id FROM attachments_made WHERE unused > 0 AND unused < ?"
            " ORDER BY unused LIMIT ?",
            (oldest, PIECE),
        )
        tx.lock_accounts(*(bytes(row[1]) for row in rows))
        doomed = _still_unused(tx, [bytes(row[0]) for row in rows], oldest)
        for one in doomed:
            _remove(tx, tx.store.resource(one))
        forget_made(tx, doomed)
        if doomed:
            tx.audit("attachments-removed", times=len(doomed))
        return len(doomed)

    while count := house.transact(Actor(method="housekeeping"), work):
        removed += count
    return f"{removed} attachments removed that nothing refers to" if removed else ""


def _still_unused(tx: Transaction, ids: Sequence[bytes], oldest: int) -> list[bytes]:
    """Asked again under the locks of the accounts."""
    sql = "SELECT 1 FROM attachments_made WHERE attachment_id = ? AND unused > 0 AND unused < ?"
    return [one for one in ids if tx.store.engine.row(sql, (one, oldest)) is not None]


def _remove(tx: Transaction, attachment: Resource | None) -> None:
    home = tx.store.resource(attachment.parent_id) if attachment is not None else None
    if attachment is not None and home is not None:
        tx.delete(attachment, home)


def forget_gone(tx: Transaction, changes: Sequence[Change]) -> None:
    """Whatever removes an attachment, such as the end of its account."""
    gone = [
        change.before.id
        for change in changes
        if change.operation is Operation.DELETE and change.before is not None and change.before.kind == ATTACHMENT
    ]
    if gone:
        forget_made(tx, gone)


TASK = Task("orphaned-attachments", 3600, remove_orphans)
