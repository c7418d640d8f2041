"""What an error of PostgreSQL means for a request (PostgreSQL manual, Appendix A)."""

from __future__ import annotations

from a3dav.faults import DiskFull, Fault, StoreAway, StoreDamaged, StoreReadOnly

READ_ONLY = "25006"
DISK_FULL = "53100"
DAMAGED = {"XX001", "XX002"}
AWAY = {
    "25P03": "the database ended a transaction that stood idle",
    "53200": "the database is out of memory",
    "53300": "the database has too many connections",
    "55P03": "the database is busy",
    "57014": "the database took too long",
    "57P01": "the database is shutting down",
    "57P02": "the database has crashed",
    "57P03": "the database is starting up",
    "57P05": "the database ended a connection that stood idle",
    "58030": "the disk of the database fails",
}
REFUSED = ("starting up", "shutting down", "recovery mode", "too many clients", "remaining connection slots", "not yet")


def sqlstate(error: BaseException) -> str:
    """The code that the server gave, through what wrapped it."""
    cause: BaseException | None = error
    while cause is not None:
        code = getattr(cause, "sqlstate", None)
        if code:
            return str(code)
        cause = cause.__cause__ or cause.__context__
    return ""


def fault_of(error: BaseException) -> Fault | None:
    code = sqlstate(error)
    if code == DISK_FULL:
        return DiskFull("the disk of the database is full")
    if code == READ_ONLY:
        return StoreReadOnly()
    if code in DAMAGED:
        return StoreDamaged("the database is damaged; stop the server and restore a backup")
    if code in AWAY:
        return StoreAway(AWAY[code])
    return StoreAway("the connection to the database was lost") if code.startswith("08") else None


def is_down(error: BaseException) -> bool:
    """Whether a connection failed because no server is ready, and not because it refuses this client."""
    text = str(error)
    return "FATAL" not in text or any(reason in text for reason in REFUSED)
