"""What was sent and what came in: a row for each mail, so that none is lost, and none sent or taken twice unnoticed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Migrations
from a3dav.storage.engine import Row

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.store import Store

DAY_MS = 86_400_000
LONGEST_FAILURE = 300
LONGEST_THREAD_DAYS = 400
"""As long after it the last mail of a thread is known, to tell in the next one what changed."""

MIGRATIONS = Migrations(
    "scheduling-mail",
    (
        (
            "CREATE TABLE scheduling_mails (id BLOB PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, thread TEXT NOT NULL,"
            " state TEXT NOT NULL, since INTEGER NOT NULL, dialogues INTEGER NOT NULL DEFAULT 0,"
            " doubtful INTEGER NOT NULL DEFAULT 0, failure TEXT NOT NULL DEFAULT '', key_id TEXT NOT NULL,"
            " payload BLOB NOT NULL)",
            "CREATE INDEX scheduling_mails_by_thread ON scheduling_mails (thread)",
            "CREATE INDEX scheduling_mails_by_time ON scheduling_mails (since)",
            "CREATE INDEX scheduling_mails_of_account ON scheduling_mails (account_id)",
            "CREATE TABLE scheduling_mails_in (digest TEXT PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, thread TEXT NOT NULL,"
            " message_id TEXT NOT NULL, since INTEGER NOT NULL)",
            "CREATE INDEX scheduling_mails_in_by_thread ON scheduling_mails_in (thread)",
            "CREATE INDEX scheduling_mails_in_by_time ON scheduling_mails_in (since)",
            "CREATE INDEX scheduling_mails_in_of_account ON scheduling_mails_in (account_id)",
        ),
    ),
    frozenset(("scheduling_mails", "scheduling_mails_in")),
)
_COLUMNS = "id, account_id, thread, state, since, dialogues, doubtful, failure, key_id, payload"


class State(StrEnum):
    """`SENDING` is committed before the dialogue with the mail server begins, and what follows when it ended."""

    SENDING = "sending"
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Mail:
    """`doubtful` counts dialogues of which nobody knows how they ended; `payload` is the scheduling message."""

    id: bytes
    account_id: bytes
    thread: str
    state: State
    since: int
    dialogues: int
    doubtful: int
    failure: str
    payload: bytes


def thread_of(store: Store, account_id: bytes, uid: str, address: str) -> str:
    """What an account and an address write to one another about one event."""
    return store.mac(f"mail-thread/{account_id.hex()}/{address}/{uid}")


def find(store: Store, mail_id: bytes) -> Mail | None:
    row = store.engine.row(f"SELECT {_COLUMNS} FROM scheduling_mails WHERE id = ?", (mail_id,))
    return _mail(store, row) if row else None


def listed(store: Store, limit: int) -> list[Mail]:
    rows = store.engine.rows(f"SELECT {_COLUMNS} FROM scheduling_mails ORDER BY since DESC LIMIT ?", (limit,))
    return [_mail(store, row) for row in rows]


def first_and_last(store: Store, thread: str, but: bytes) -> tuple[Mail, Mail] | None:
    """What was sent first and last in a thread, beside one mail."""
    sql = f"SELECT {_COLUMNS} FROM scheduling_mails WHERE thread = ? AND id <> ? AND state = ? ORDER BY id"
    parameters = (thread, but, str(State.SENT))
    first = store.engine.row(f"{sql} LIMIT 1", parameters)
    last = store.engine.row(f"{sql} DESC LIMIT 1", parameters)
    return (_mail(store, first), _mail(store, last)) if first and last else None


def last_received(store: Store, thread: str) -> str:
    """The Message-ID of what came last in a thread."""
    row = store.engine.row(
        "SELECT message_id FROM scheduling_mails_in WHERE thread = ? AND message_id <> '' ORDER BY since DESC LIMIT 1",
        (thread,),
    )
    return str(row[0]) if row else ""


def begin(house: House, mail_id: bytes, account_id: bytes, thread: str, payload: bytes) -> None:
    """Commits that a dialogue is about to begin; one that began before and never ended is noted as doubtful."""
    store = house.store
    key_id = store.codec.key_id(account_id)
    values = (mail_id, account_id, thread, str(State.SENDING), now_ms(), key_id)

    def work() -> None:
        store.engine.execute(
            "INSERT INTO scheduling_mails (id, account_id, thread, state, since, dialogues, key_id, payload)"
            " VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
            " since = excluded.since, dialogues = scheduling_mails.dialogues + 1, doubtful = scheduling_mails.doubtful"
            " + CASE WHEN scheduling_mails.state = excluded.state THEN 1 ELSE 0 END",
            (*values, store.codec.encode(key_id, payload)),
        )

    store.engine.submit(work).result()


def end(house: House, mail_id: bytes, state: State, failure: str = "") -> None:
    """Commits how it ended."""
    engine = house.store.engine
    engine.submit(
        lambda: engine.execute(
            "UPDATE scheduling_mails SET state = ?, since = ?, failure = ? WHERE id = ?",
            (str(state), now_ms(), failure[:LONGEST_FAILURE], mail_id),
        )
    ).result()


def came_before(store: Store, digest: str) -> bool:
    return store.engine.row("SELECT 1 FROM scheduling_mails_in WHERE digest = ?", (digest,)) is not None


def note_received(house: House, digest: str, account_id: bytes, thread: str, message_id: str) -> None:
    engine = house.store.engine
    engine.submit(
        lambda: engine.execute(
            "INSERT INTO scheduling_mails_in (digest, account_id, thread, message_id, since) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (digest, account_id, thread, message_id, now_ms()),
        )
    ).result()


def forget_old(house: House) -> str:
    """Removes what nobody asks for any more; the last mail of a thread stays longer."""
    engine, now = house.store.engine, now_ms()
    old = now - house.section("scheduling.mail").keep_days * DAY_MS
    oldest = min(old, now - LONGEST_THREAD_DAYS * DAY_MS)

    def work() -> int:
        removed = engine.execute(
            "DELETE FROM scheduling_mails WHERE since < ? AND (since < ? OR EXISTS (SELECT 1 FROM scheduling_mails n"
            " WHERE n.thread = scheduling_mails.thread AND n.id > scheduling_mails.id))",
            (old, oldest),
        )
        return removed + engine.execute("DELETE FROM scheduling_mails_in WHERE since < ?", (old,))

    removed = engine.submit(work).result()
    return f"{removed} mails forgotten" if removed else ""


def _mail(store: Store, row: Row) -> Mail:
    mail_id, account_id, name, state, since, dialogues, doubtful, failure, key_id, payload = row
    clear = store.codec.decode(str(key_id), bytes(payload))
    return Mail(
        bytes(mail_id), bytes(account_id), str(name), State(str(state)), int(since), int(dialogues),
        int(doubtful), str(failure), clear,
    )  # fmt: skip
