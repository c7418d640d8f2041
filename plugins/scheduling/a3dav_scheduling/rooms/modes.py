"""How an account answers invitations: by itself, through somebody who approves, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from a3dav.principals import Account

if TYPE_CHECKING:
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import Transaction

BOOKABLE = frozenset({"room", "resource"})


class Mode(StrEnum):
    AUTOMATIC = "automatic"
    """Accepts when free, and declines what overlaps with something else."""
    ACCEPT = "accept-always"
    DECLINE = "decline-always"
    MANUAL = "manual"
    """An approver answers."""
    NONE = "none"


class Conflicts(StrEnum):
    """What becomes of a series of which some instances overlap with something else."""

    INSTANCES = "decline-instances"
    ALL = "decline-all"


@dataclass(slots=True, frozen=True)
class Answering:
    mode: Mode = Mode.NONE
    approver_id: bytes = b""
    conflicts: Conflicts = Conflicts.INSTANCES


def answering_of(store: Store, account: Account) -> Answering:
    """Rooms and resources are automatic unless somebody said otherwise."""
    row = store.engine.row(
        "SELECT mode, approver_id, conflicts FROM scheduling_modes WHERE account_id = ?", (account.id,)
    )
    if row is None:
        return Answering(Mode.AUTOMATIC if account.kind in BOOKABLE else Mode.NONE)
    return Answering(Mode(row[0]), bytes(row[1]), Conflicts(row[2]))


def set_answering(tx: Transaction, account: Account, answering: Answering) -> None:
    tx.store.engine.execute(
        "INSERT INTO scheduling_modes (account_id, mode, approver_id, conflicts) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET mode = excluded.mode, approver_id = excluded.approver_id,"
        " conflicts = excluded.conflicts",
        (account.id, str(answering.mode), answering.approver_id, str(answering.conflicts)),
    )


def told_modes(store: Store) -> frozenset[bytes]:
    """The accounts for which somebody said it."""
    return frozenset(bytes(row[0]) for row in store.engine.rows("SELECT account_id FROM scheduling_modes"))
