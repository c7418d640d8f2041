"""The one write path: every change to the store passes through `perform`.

validate (hooks, outside the transaction) → transaction: accounts locked, preconditions and locks
decided again on committed data, quota, hooks, rows, indexes, audit → commit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from a3dav.dormant import refuse_dormant
from a3dav.errors import (
    A3davError,
    Conflict,
    DavError,
    Forbidden,
    InsufficientStorage,
    NotFound,
    ServiceUnavailable,
)
from a3dav.exchange import Body, Request
from a3dav.faults import Fault, OutcomeUnknown, disk_fault
from a3dav.headers import href_path
from a3dav.identifiers import new_id
from a3dav.lanes import HEAVY_BODY, Lane, Step, Steps, TooDear
from a3dav.logs.security import account_changed
from a3dav.names import normal
from a3dav.outbox import deliver_promptly
from a3dav.placement import refuse_misplaced, refuse_too_large
from a3dav.preconditions import Preconditions
from a3dav.principals import Identity
from a3dav.resources import Path, Resource, mount
from a3dav.storage.engine import savepoint
from a3dav.storage.transaction import Actor, Change, StoredBody, Transaction
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.storage.store import Store

__all__ = ["Change", "WriteContext", "actor_of", "perform"]

T = TypeVar("T")
SPARING = {"delete", "move", "lock", "lock-refresh", "unlock", "unmount", "rename-mount"}
"""Operations that add next to nothing, or free what a full disk lacks."""
LEAVING = {"delete", "lock", "lock-refresh", "unlock"}
"""Operations that take no notice of what is in a resource."""
WITNESSES = "writing.witnesses"
"""The note of an exchange with what its writes do in their transactions, too: functions that can be pickled."""
ATTEMPTS = 8
"""How often a write is judged before the server says that it is too busy."""


class Moved(ServiceUnavailable):
    """What validation built on is no longer so: raised inside the transaction, it has the write judged again."""

    def __init__(self) -> None:
        super().__init__("this changes too often at the moment", headers=(("Retry-After", "1"),))


@dataclass
class WriteContext:
    """One write on its way: what is wanted, and what was found out about it.

    `operation` is the method's name in lower case. `parent` is the collection that holds, or will
    hold, the target under `name`; `before` is what is mapped there now. `source` is what COPY and MOVE
    start from, in `source_parent`; an object's `body` is then the one to be bound. `properties` are
    stored elements by Clark name, None to remove; setters of what is no stored element add to `also` what the
    transaction does for them. Validation may replace the body of a PUT, and sets `converted`: the answer has no entity
    tag then (RFC 9110 §9.3.4). What plugins find out before the transaction and use inside of it goes into `notes` as
    plain values; `headers` are those of the request, with names in lower case.
    `accounts` are those besides the owners of these resources that the transaction writes for. Who judges a write that
    is `hurried` raises TooDear rather than hold up the loop, and judges it again on the cpu lane. The `witnesses` of an
    exchange note in the transaction that it did what was asked.
    """

    house: House
    identity: Identity
    request_id: str
    operation: str
    parent: Resource
    name: str
    before: Resource | None = None
    kind: str = ""
    body: Body | None = None
    content_type: str = ""
    modified: int = 0
    uid: str | None = None
    parsed: Any = None
    converted: bool = False
    source: Resource | None = None
    source_parent: Resource | None = None
    deep: bool = True
    overwrite: bool = True
    properties: dict[str, bytes | None] = field(default_factory=dict)
    also: list[Callable[[Transaction, WriteContext], None]] = field(default_factory=list)
    witnesses: Sequence[Callable[[Transaction, WriteContext], None]] = ()
    preconditions: Preconditions = field(default_factory=Preconditions)
    hosts: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)
    accounts: Sequence[bytes] = ()
    hurried: bool = False
    account_acts: list[tuple[str, str]] = field(default_factory=list)
    posted: list[tuple[str, bytes]] = field(default_factory=list)
    stored: StoredBody | None = None
    after: Resource | None = None
    _made: dict[Hashable, tuple[Body | None, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.name = normal(self.name)  # whoever made the name, a client finds it

    def set_property(self, name: str, element: bytes | None) -> None:
        self.properties[name] = element

    def twin(self) -> WriteContext:
        """The same write to be judged or tried, which leaves this one as it is."""
        twin = object.__new__(WriteContext)
        vars(twin).update(vars(self))  # `dataclasses.replace` makes it anew, at ten times the cost
        twin.also, twin.notes = list(self.also), dict(self.notes)
        return twin

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made of the present body by the first who asks; it is shared, and so nobody changes it."""
        body, made = self._made.get(key, (None, None))
        if body is None or body is not self.body:
            made = make()
            self._made[key] = self.body, made
        found: T = made
        return found

    def path_of(self, text: str) -> Path:
        """The path of an href in the body; raises NotFound for one that cannot be on this server."""
        return href_path(text, Request(self.operation, b"", hosts=self.hosts, mount=mount.get()))

    @property
    def created(self) -> bool:
        return self.before is None


def actor_of(identity: Identity, request_id: str) -> Actor:
    return Actor(
        account_id=identity.account.id,
        credential_id=identity.credential_id,
        method=identity.method,
        request_id=request_id,
        os_user=identity.os_user,
    )


def write_of(exchange: Exchange, operation: str, parent: Resource, name: str) -> WriteContext:
    """A write by the principal of this exchange, under the conditions of its headers."""
    return WriteContext(
        exchange.house, exchange.actor, exchange.request.id, operation, parent, name,
        preconditions=Preconditions.of(exchange), hosts=exchange.request.hosts or (exchange.request.header("host"),),
        headers=exchange.request.headers, witnesses=exchange.notes.setdefault(WITNESSES, []),
    )  # fmt: skip


Work = Callable[[Transaction, WriteContext], None]


def perform(write: WriteContext, work: Work) -> Steps[WriteContext]:
    """Takes a write through the path; `work` makes the rows once everything was decided."""
    asked = write.twin()
    for _ in range(ATTEMPTS - 1):
        try:
            return (yield from _perform(write, work))
        except Moved:
            yield Step(Lane.READ, _start_over, (write, asked))
    return (yield from _perform(write, work))


def _start_over(write: WriteContext, asked: WriteContext) -> None:
    """What was asked for, and what stands there now; a body that went to a file is taken from there again."""
    store, stored = write.house.store, write.stored
    if write.parent.stored:
        write.before = store.child(write.parent, write.name)
    if write.source is not None and write.source_parent is not None:
        write.source = store.child(write.source_parent, write.source.name) or write.source
    if stored is not None and stored.blob is not None and not write.converted:
        write.body = Body(file=store.blobs.path(stored.blob), length=stored.size)
    else:
        write.body = asked.body
    write.converted, write.content_type = asked.converted, asked.content_type
    write.also, write.notes = list(asked.also), dict(asked.notes)


def _perform(write: WriteContext, work: Work) -> Steps[WriteContext]:
    validated = yield from _validated(write)
    write.uid, write.parsed, write.content_type = validated.uid, validated.parsed, validated.content_type
    write.notes = validated.notes
    write.also = validated.also
    if validated.converted:
        write.body, write.converted = validated.body, True
    if write.body is not None and write.source is None:
        write.stored = yield Step(Lane.WAIT if write.body.file else Lane.READ, keep_body, (write,))
    try:
        written: WriteContext = yield Step(Lane.WRITER, commit, (write, work))
    except (OutcomeUnknown, Moved):
        raise  # the write may stand, or is tried again with the same file
    except (A3davError, OSError):
        if write.stored is not None and write.stored.blob is not None:
            yield Step(Lane.READ, write.house.store.blobs.remove, (write.stored.blob,))
        raise
    for action, account in written.account_acts:
        account_changed(action, account, write.identity.method, write.identity.os_user, write.request_id)
    if prompt := [(kind, message) for kind, message in written.posted if write.house.is_prompt(kind)]:
        yield Step(Lane.WAIT, deliver_promptly, (write.house, prompt))
    return written


def _validated(write: WriteContext) -> Steps[WriteContext]:
    """A write that turns out to be dear is as it was when it goes to the cpu lane."""
    if not _is_dear(write):
        hurried = write.twin()
        hurried.hurried = True
        try:
            judged: WriteContext = yield Step(Lane.READ, validate, (hurried,))
            return judged
        except TooDear:
            write._made.clear()  # which is shared
    judged = yield Step(Lane.CPU, validate, (write,))
    return judged


def perform_page(writes: Sequence[WriteContext], work: Work) -> Steps[list[WriteContext | DavError]]:
    """Takes writes that were validated through the rest of the path in one transaction; each stands or falls alone."""
    files = any(write.body is not None and write.body.file is not None for write in writes)
    try:
        yield Step(Lane.WAIT if files else Lane.READ, _keep_bodies, (writes,))
        outcomes: list[WriteContext | DavError] = yield Step(Lane.WRITER, _commit_page, (writes, work))
    except OutcomeUnknown:
        raise
    except (A3davError, OSError) as error:
        yield from _remove_blobs(writes)
        raise disk_fault(error) or error from error
    for place, (write, outcome) in enumerate(zip(writes, outcomes, strict=True)):
        if isinstance(outcome, Moved):
            outcomes[place] = yield from _alone(write, work)
        elif isinstance(outcome, DavError):
            yield from _remove_blobs([write])
    return outcomes


def _alone(write: WriteContext, work: Work) -> Steps[WriteContext | DavError]:
    """Another attempt at one write of a page."""
    yield Step(Lane.READ, _start_over, (write, replace(write, also=[], notes={})))
    try:
        return (yield from perform(write, work))
    except Fault:
        raise
    except DavError as error:
        return error


def _keep_bodies(writes: Sequence[WriteContext]) -> None:
    for write in writes:
        write.stored = keep_body(write)


def _remove_blobs(writes: Sequence[WriteContext]) -> Steps[None]:
    for write in writes:
        if write.stored is not None and write.stored.blob is not None:
            yield Step(Lane.READ, write.house.store.blobs.remove, (write.stored.blob,))


def _commit_page(writes: Sequence[WriteContext], work: Work) -> list[WriteContext | DavError]:
    outcomes: list[WriteContext | DavError] = []
    for write in writes:
        try:
            with savepoint(write.house.store.engine):
                outcomes.append(commit(write, work))
        except Fault:
            raise  # of the store, and so of all
        except DavError as error:
            outcomes.append(error)
    return outcomes


def _is_dear(write: WriteContext) -> bool:
    """Whether it takes long to judge; a spooled body of a kind without a size limit is only carried."""
    body = write.body
    if body is None or body.length <= HEAVY_BODY:
        return bool(write.house.hooks.a3dav_is_dear(write=write))
    return body.file is None or bool(write.house.types[write.kind].size_condition)


def validate(write: WriteContext) -> WriteContext:
    if write.operation not in SPARING:
        write.house.room.refuse_without()
    refuse_dormant(write)
    refuse_too_large(write)
    write.house.hooks.a3dav_validate_write(write=write)
    if write.converted:
        refuse_too_large(write)
    refuse_misplaced(write)
    write._made.clear()
    return write


def keep_body(write: WriteContext) -> StoredBody:
    return keep(write.house.store, write.body or Body())


def body_of(house: House, data: bytes) -> Body:
    """As the door would hand it over: in memory, or as a file where it is large."""
    if len(data) <= house.settings.storage.inline_body_limit:
        return Body(data=data, length=len(data))
    file = house.store.blobs.spool / new_id().hex()
    file.write_bytes(data)
    return Body(file=file, length=len(data))


def keep(store: Store, body: Body) -> StoredBody:
    """Decides between row and blob store, and computes the ETag."""
    etag = store.etag(body)
    if body.file is not None:
        return StoredBody(None, store.blobs.adopt(body.file), body.length, etag)
    return StoredBody(body.data, None, body.length, etag)


def commit(write: WriteContext, work: Work) -> WriteContext:
    """The transaction; runs on the writer lane, and again from the start after a serialization failure."""
    house = write.house
    attempt = write.twin()
    attempt.properties = dict(write.properties)
    tx = Transaction(house.store, actor_of(write.identity, write.request_id), write.headers)
    _look_again(attempt, tx)
    _refuse_unseen(attempt)
    attempt.preconditions.decide(house, attempt)
    house.hooks.a3dav_check_locks(write=attempt)
    house.hooks.a3dav_in_transaction(write=attempt, tx=tx)
    _refuse_over_quota(attempt, tx)
    work(tx, attempt)
    for further in (*attempt.also, *attempt.witnesses):
        further(tx, attempt)
    house.update_indexes(tx)
    tx.audit(attempt.operation, "ok", attempt.after or attempt.before)
    tx.finish()
    attempt.account_acts, attempt.posted = tx.account_acts, tx.posted
    return attempt


def _look_again(write: WriteContext, tx: Transaction) -> None:
    if not write.parent.stored:
        if write.before is not None:
            tx.lock_accounts(write.before.account_id, *write.accounts)
            write.before = _still(write.before, tx) if write.before.stored else write.before
        return
    owners = [write.parent.account_id, *write.accounts]
    if write.source is not None:
        owners.append(write.source.account_id)
    if write.before is not None and write.before.mounted is not None:
        owners.append(write.before.account_id)
    if _ends_mounts(write):
        ended = tx.store.mounts.of_collections([r.id for r in (write.before, write.source) if r is not None])
        owners += [entry.account_id for entry in ended]
    tx.lock_accounts(*owners)
    write.parent, write.before = _both_still(write.parent, write.name, tx)
    if write.source is not None and write.source_parent is not None:
        write.source_parent = _still(write.source_parent, tx)
        source = tx.store.member(write.source_parent, write.source.path[-1])
        if source is None or source.id != write.source.id:
            raise NotFound("what should be copied or moved is gone")
        write.source = source


def _both_still(collection: Resource, name: str, tx: Transaction) -> tuple[Resource, Resource | None]:
    """A collection and its member; in homes and at mounts more than one row decides."""
    if collection.mounted is not None or collection.id == collection.home_id:
        found = _still(collection, tx)
        return found, tx.store.member(found, name)
    here, member = tx.store.again(collection, name)
    if here is None:
        raise _gone()
    return here, member


def _ends_mounts(write: WriteContext) -> bool:
    """Whether a collection may go that is a member of other homes, too, which then change with this one."""
    return write.operation in {"delete", "move", "copy"} and any(
        resource is not None and resource.collection for resource in (write.before, write.source)
    )


def _refuse_unseen(write: WriteContext) -> None:
    """Who sees less than is stored would destroy the rest, and not know of it."""
    before = write.before
    if before is None or before.account_id == write.identity.account.id:
        return
    seen = write.house.lenses.seen(write.identity, [before])
    if not seen:
        raise Forbidden("this name is taken by something that is not yours to see")
    if seen[0].withheld and write.operation not in LEAVING:
        raise Forbidden("you see less of this than is stored, so that it is not yours to change")


def _still(collection: Resource, tx: Transaction) -> Resource:
    found = tx.current(collection)
    if found is None:
        raise _gone()
    return found


def _gone() -> Conflict:
    return Conflict("the parent collection is gone")


def _refuse_over_quota(write: WriteContext, tx: Transaction) -> None:
    """RFC 4331 §6: decided where nobody else can spend the same bytes."""
    added = _added_bytes(write, tx) if write.parent.stored else 0
    if added > 0:
        refuse_over_quota(write.house, tx, write.parent.account_id, added)


def refuse_over_quota(house: House, tx: Transaction, account_id: bytes, added: int) -> None:
    """For who is going to add bytes in this transaction, or has done so with none `added`."""
    used, own_quota = tx.used(account_id)
    quota = own_quota or house.settings.limits.default_quota
    if quota and used + added > quota:
        raise InsufficientStorage(
            f"this would exceed the quota of {quota} bytes",
            condition=dav("quota-not-exceeded"),
        )


def _added_bytes(write: WriteContext, tx: Transaction) -> int:
    freed = write.before.size if write.before else 0
    if write.stored is not None:
        return write.stored.size - freed
    if write.source is None or (write.operation == "move" and write.source.account_id == write.parent.account_id):
        return 0
    below = tx.store.tree(write.source) if write.source.collection else ()
    return write.source.size + sum(member.size for member in below) - freed
