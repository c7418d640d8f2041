"""Idempotency-Key: a request is carried out once, however often it is sent, and answered the same way for a day.

A key is taken before the handler is called. The transaction that carries out the request notes that it did, so that a
crash behind it does not lead to a second time; an answer is kept when it is known. What is refused changes nothing, and
leaves the key free.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from a3dav.errors import Conflict, UnprocessableContent
from a3dav.exchange import Response
from a3dav.identifiers import now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.registries import Migrations, Task
from a3dav.storage.transaction import Actor, Transaction
from a3dav.writing import WITNESSES, WriteContext

if TYPE_CHECKING:
    from a3dav.api import ApiCall
    from a3dav.house import House
    from a3dav.storage.store import Store

HEADER = "Idempotency-Key"
KEPT_MS = 86_400_000
LEASE_MS = 120_000
"""How long a request may be carried out before its process is taken for dead."""
MOST_KEPT = 256 * 1024
RUNNING, DONE, ANSWERED = 0, 1, 2
MIGRATIONS = Migrations(
    "rest",
    (
        (
            "CREATE TABLE rest_keys (account_id BLOB NOT NULL, key_digest BLOB NOT NULL, request BLOB NOT NULL,"
            " state INTEGER NOT NULL, began INTEGER NOT NULL, resource_id BLOB, status INTEGER NOT NULL, key_id TEXT,"
            " answer BLOB, PRIMARY KEY (account_id, key_digest))",
            "CREATE INDEX rest_keys_by_age ON rest_keys (began)",
        ),
    ),
    frozenset(("rest_keys",)),
)
_TAKE = (
    "INSERT INTO rest_keys (account_id, key_digest, request, state, began, status) VALUES (?, ?, ?, 0, ?, 0)"
    " ON CONFLICT (account_id, key_digest) DO NOTHING"
)
_TAKE_OVER = (
    "UPDATE rest_keys SET began = ? WHERE account_id = ? AND key_digest = ? AND state = 0 AND request = ? AND began < ?"
)
_FIND = (
    "SELECT request, state, resource_id, status, key_id, answer FROM rest_keys WHERE account_id = ? AND key_digest = ?"
)
_NOTE = "UPDATE rest_keys SET state = 1, resource_id = ? WHERE account_id = ? AND key_digest = ? AND state = 0"
_KEEP = "UPDATE rest_keys SET state = 2, status = ?, key_id = ?, answer = ? WHERE account_id = ? AND key_digest = ?"
_FREE = "DELETE FROM rest_keys WHERE account_id = ? AND key_digest = ? AND state = 0"


@dataclass(slots=True, frozen=True)
class Key:
    """A key of an account, and the digest of the request that it is for."""

    account_id: bytes
    digest: bytes
    request: bytes

    @property
    def place(self) -> tuple[bytes, bytes]:
        return self.account_id, self.digest


def key_of(call: ApiCall) -> Key | None:
    given = call.parameters.get(HEADER)
    if given is None:
        return None
    store, sent = call.house.store, call.exchange.request
    asked = {name: value for name, value in call.parameters.items() if name != HEADER}
    about = msgspec.json.encode([call.operation, call.media_type, asked], order="deterministic")
    request = store.tagger()
    request.update(about + store.etag(sent.body).encode())
    digest = blake2b(given.encode(), digest_size=16).digest()
    return Key(call.identity.account.id, digest, request.digest())


def once(call: ApiCall, key: Key, answer: Callable[[], Steps[Response]]) -> Steps[Response]:
    """The answer, from the handler or as it was given before."""
    house = call.house
    if not (yield Step(Lane.WRITER, take, (house.store, key))):
        known: Response = yield Step(Lane.READ, _known, (house.store, key))
        return known
    call.exchange.notes.setdefault(WITNESSES, []).append(partial(note, key.place))
    try:
        response = yield from answer()
    except BaseException:  # of a call that was cut off too: its key is free again
        yield Step(Lane.WRITER, _free, (house.store, key))
        raise
    if response.status >= 300:
        yield Step(Lane.WRITER, _free, (house.store, key))
    elif isinstance(response.body, bytes) and len(response.body) <= MOST_KEPT:
        yield Step(Lane.WRITER, _keep, (house.store, key, response))
    return response


def take(store: Store, key: Key) -> bool:
    now = now_ms()
    if store.engine.execute(_TAKE, (*key.place, key.request, now)):
        return True
    return bool(store.engine.execute(_TAKE_OVER, (now, *key.place, key.request, now - LEASE_MS)))


def note(place: tuple[bytes, bytes], tx: Transaction, write: WriteContext) -> None:
    """In the transaction that carries out the request."""
    tx.store.engine.execute(_NOTE, (write.after.id if write.after else None, *place))


def _free(store: Store, key: Key) -> None:
    store.engine.execute(_FREE, key.place)


def _keep(store: Store, key: Key, response: Response) -> None:
    key_id = store.codec.key_id(key.account_id)
    kept = msgspec.msgpack.encode((response.headers, response.content_type, response.body))
    store.engine.execute(_KEEP, (response.status, key_id, store.codec.encode(key_id, kept), *key.place))


def _known(store: Store, key: Key) -> Response:
    row = store.engine.row(_FIND, key.place)
    if row is None:
        raise _busy()
    request, state, resource_id, status, key_id, answer = row
    if bytes(request) != key.request:
        raise UnprocessableContent(
            "this Idempotency-Key was sent with another request", problem="idempotency-key-reused"
        )
    if state == RUNNING:
        raise _busy()
    if state == DONE:
        members = {"resource": bytes(resource_id).hex()} if resource_id else {}
        raise Conflict("this request was carried out, and its answer is lost", problem="answer-lost", members=members)
    kept = store.codec.decode(str(key_id), bytes(answer))
    headers, content_type, body = msgspec.msgpack.decode(kept, type=tuple[list[tuple[str, str]], str, bytes])
    return Response(int(status), body, [*headers, ("Idempotent-Replayed", "true")], content_type)


def _busy() -> Conflict:
    return Conflict("this request is being carried out", headers=(("Retry-After", "1"),), problem="in-progress")


def sweep(house: House) -> str:
    """Forgets keys that are older than a day."""

    def work(tx: Transaction) -> int:
        return tx.store.engine.execute("DELETE FROM rest_keys WHERE began < ?", (now_ms() - KEPT_MS,))

    gone = house.transact(Actor(), work)
    return f"{gone} idempotency keys forgotten" if gone else ""


TASK = Task("rest-keys", 3600, sweep)
