"""The audit trail, the change log, the outbox and locks."""

from __future__ import annotations

from a3dav.storage.audit import COLUMNS, AuditRow, row_of
from a3dav.storage.engine import Row
from a3dav_admin.pages import Keyset

AUDIT = Keyset("audit", COLUMNS, "audit", ("at", "position"), (int, int), descending=True)
_CHANGE = (
    "c.origin, c.account_id, c.counter, c.collection_id, c.resource_id, c.operation, c.clock, c.actor_id, c.request_id"
)
CHANGES = Keyset("changes", _CHANGE, "changes c", ("c.position",), (int,), "c.account_id")
OUTBOX = Keyset(
    "outbox", "o.kind, o.account_id, o.created, o.due, o.attempts, o.leased_until, o.failure, o.given_up, o.id AS own",
    "outbox o", ("o.id",), (bytes,),
)  # fmt: skip
_LOCK = "l.resource_id, l.account_id, l.shared, l.deep, l.expires, l.token AS own"
LOCKS = Keyset("locks", _LOCK, "locks l JOIN resources r ON r.id = l.resource_id", ("l.token",), (str,), "r.account_id")


def audit_row(row: Row) -> AuditRow:
    return row_of((*row[:12], row[-1]))
