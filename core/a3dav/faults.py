"""Faults of the disk and the database: refusals that no request is to blame for, told once in the log."""

from __future__ import annotations

import errno
import logging
import threading
import time
from typing import ClassVar

from a3dav.errors import DavError, InsufficientStorage, ServiceUnavailable, StoreError

log = logging.getLogger("a3dav.store")

FULL = {errno.ENOSPC, errno.EDQUOT}
UNWRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM}
AGAIN_SECONDS = 600


class Fault(DavError):
    """What is wrong with the store; `detail` and `cure` are for whoever can mend it, and not sent to clients."""

    cure: ClassVar[str] = "a3dav check names what is wrong"
    detail = ""


class DiskFull(Fault, InsufficientStorage):
    """No room on a disk: writes are refused (RFC 4331 §6) while reads and deletes go on."""

    cure = "make room on the disk of the store"

    def __init__(self, message: str = "the disk of the server is full") -> None:
        super().__init__(message, condition="{DAV:}sufficient-disk-space")


class StoreReadOnly(Fault, ServiceUnavailable):
    """No refusal of this client (403) and no want of room (507): the same write succeeds later (RFC 9110 §15.6.4)."""

    cure = "make the data directory and the database writable for the user that serves"

    def __init__(self) -> None:
        super().__init__("the store is read-only", headers=(("Retry-After", "300"),))


class StoreAway(Fault, ServiceUnavailable):
    """The disk or the database does not answer; nothing was written."""

    def __init__(self, message: str, retry_after: int = 5) -> None:
        super().__init__(message, headers=(("Retry-After", str(retry_after)),))


class OutcomeUnknown(StoreAway):
    """The connection was lost after COMMIT was sent: the write stands, or it does not."""


class BodyLost(Fault):
    """The bytes of one resource are missing from the store; waiting will not bring them back, so not 503."""

    status = 500
    cure = "a3dav check --repair brings an earlier version back; a backup has the latest"

    def __init__(self, detail: str) -> None:
        super().__init__("the content of this resource is missing from the store")
        self.detail = detail


class StoreDamaged(Fault, StoreError):
    """The database contradicts itself."""

    status = 500
    cure = ""


def disk_fault(error: BaseException) -> Fault | None:
    """What an error of the operating system says about the disk, if it says anything."""
    if not isinstance(error, OSError):
        return None
    if error.errno in FULL:
        return DiskFull()
    if error.errno in UNWRITABLE:
        return StoreReadOnly()
    if error.errno == errno.EIO:
        return StoreAway("the disk of the server fails")
    return None


def told(error: Exception) -> str:
    """The sentence for somebody who can mend it."""
    if not isinstance(error, Fault):
        return str(error)
    return "; ".join(part for part in (error.detail or str(error), error.cure) if part)


class FaultLog:
    """Tells each fault once, and again when it still stands after a while."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}
        self._lock = threading.Lock()

    def tell(self, fault: Fault) -> None:
        now, sentence = time.monotonic(), told(fault)
        with self._lock:
            if self._told.get(sentence, 0.0) > now:
                return
            if len(self._told) >= 1000:
                self._told.clear()
            self._told[sentence] = now + AGAIN_SECONDS
        log.error("%s", sentence)
