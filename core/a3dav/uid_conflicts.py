"""UIDs stand once in a calendar or address book (RFC 4791 §5.3.2.1, RFC 6352 §6.3.2.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Conflict
from a3dav.xml.writing import href

if TYPE_CHECKING:
    from a3dav.resources import Resource
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext


def _itself(uid: str) -> str:
    return uid


def _alone(uid: str) -> tuple[str, ...]:
    return (uid,)


def refuse_uid_conflict(
    write: WriteContext,
    tx: Transaction,
    condition: str,
    comparable: Callable[[str], str] = _itself,
    spellings: Callable[[str], Sequence[str]] = _alone,
) -> None:
    """Refuses `write.uid` where another member has it, and another UID under a name that has one.

    UIDs whose `comparable` forms are equal are the same; `spellings` are those under which rows may have it.
    """
    before, uid = write.before, write.uid
    if not uid:
        return
    if write.operation == "put" and before is not None and before.uid and comparable(before.uid) != comparable(uid):
        raise _conflict(write, "what has this name has another UID", condition, before)
    if write.operation == "put" and before is not None and before.uid == uid:
        return  # which it has, so that nobody else does
    leaving = {before.id} if before is not None else set()
    if write.operation == "move" and write.source is not None:
        leaving.add(write.source.id)
    for holder in (found for spelling in spellings(uid) for found in tx.store.by_uid(write.parent, spelling)):
        if holder.id not in leaving:
            raise _conflict(write, "another member of this collection has the same UID", condition, holder)


def _conflict(write: WriteContext, message: str, condition: str, holder: Resource) -> Conflict:
    """Names the other member to those who may know of it."""
    readable = write.house.readable(write.identity, [holder])
    return Conflict(message, condition=condition, content=b"".join(href(other.href) for other in readable))
