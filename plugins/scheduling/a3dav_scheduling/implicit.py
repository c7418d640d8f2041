"""Implicit scheduling (RFC 6638 §3.2): what a write means for others, found out before its transaction, told in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.exchange import Body
from a3dav.lanes import TooDear
from a3dav.writing import Moved, WriteContext, body_of, keep
from a3dav.xml.writing import href
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.itip.messages import FROM_ORGANIZER, Message
from a3dav_content.itip.past import sent
from a3dav_content.lines import serialise
from a3dav_scheduling import objects, switches
from a3dav_scheduling.marking import marked
from a3dav_scheduling.merging import merged
from a3dav_scheduling.names import CALENDAR, OBJECT, caldav
from a3dav_scheduling.pasts import keep_past, past_of
from a3dav_scheduling.posting import Post, addressed, refuse_sending
from a3dav_scheduling.recipients import address_of, names
from a3dav_scheduling.weighing import Sides, weigh

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.resources import Resource
    from a3dav.storage.transaction import Transaction

NOTE = "scheduling"
SILENT = frozenset({"import", "migrate"})
"""How those sign in who bring old calendars: everybody who stands in them was invited long ago."""
_WEIGHED = frozenset({"put", "delete", "copy", "move"})
LIGHT_BODY = 8 * 1024
"""Up to this many bytes it shows soon that an object is about nobody here."""
TAG_CONDITION, REPLY_WISH = "if-schedule-tag-match", "schedule-reply"

Version = tuple[bytes, bytes]
Past = tuple[bytes, str, str, str]
"""Of an account and a UID: what it was, and what it is once the messages of this write went."""


@dataclass(slots=True)
class Plan:
    """What a write means for others, and what the transaction has to find as it was for that to hold.

    `given` is the body as it came, `stored` the one to keep instead where validation could not replace it. `private`
    is what a PUT replaces where neither that nor what comes is about anybody else, whoever does the scheduling.
    """

    given: bytes = b""
    judged: list[Version] = field(default_factory=list)
    private: Version | None = None
    pasts: list[Past] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    size: int = 0
    stored: bytes = b""
    unique: bool = False


@dataclass(slots=True, frozen=True)
class Change:
    """What a write does to one member of a calendar; the body behind it, where it leaves one there."""

    calendar: Resource
    before: Resource | None
    after: bytes | None


def validate(write: WriteContext) -> None:
    """Weighs what the write changes; runs behind the judgement of plugin caldav, whose word comes first."""
    if write.operation not in _WEIGHED:
        return
    given = _given(write)
    if write.operation == "put" and given:
        objects.note_role(write, _parsed(write, given))
    if write.identity.method in SILENT:
        return
    plan = write.notes[NOTE] = Plan(given=given)
    changes = list(_changes(write, plan.given))
    modes = switches.mode_of(write.house.store, [change.calendar for change in changes])
    for change, mode in zip(changes, modes, strict=True):
        if mode == switches.Mode.SERVER:
            _weigh(write, plan, change)


def _given(write: WriteContext) -> bytes:
    reads = write.kind == OBJECT and write.body is not None and write.operation in {"put", "copy", "move"}
    return (write.body or Body()).read() if reads else b""


def _changes(write: WriteContext, given: bytes) -> Iterator[Change]:
    """RFC 6638 §3.2.3, by method."""
    before, source, holder = write.before, write.source, write.source_parent
    if write.operation == "put" and write.parent.kind == CALENDAR and given:
        yield Change(write.parent, before or _placed(write), given)
    elif write.operation == "delete" and before is not None:
        yield from _removals(write, before)
    elif write.operation in {"copy", "move"} and source is not None and holder is not None:
        stays = holder.kind == write.parent.kind == CALENDAR and holder.home_id == write.parent.home_id
        if write.parent.kind == CALENDAR and not stays and given:
            yield Change(write.parent, before, given)
        elif before is not None and before.uid != source.uid:
            yield from _removals(write, before)
        if write.operation == "move" and holder.kind == CALENDAR and not stays:
            yield Change(holder, source, None)


def _placed(write: WriteContext) -> Resource | None:
    """The object of this UID, which an import finds after its judgement."""
    return next(iter(write.house.store.by_uid(write.parent, write.uid)), None) if write.uid else None


def _removals(write: WriteContext, before: Resource) -> Iterator[Change]:
    if before.kind == CALENDAR:
        yield from (Change(before, member, None) for member in objects.in_collection(write.house.store, before))
    elif write.parent.kind == CALENDAR and not before.collection:
        yield Change(write.parent, before, None)


def _weigh(write: WriteContext, plan: Plan, change: Change) -> None:
    house = write.house
    if change.before is not None:
        plan.judged.append((change.before.id, change.before.version_id))
    given = _parsed(write, change.after)
    before, after = _before(write, change), given
    if before is None and after is None:
        if write.operation == "put" and change.before is not None:
            plan.private = plan.judged[-1]
        return
    if write.hurried and (before is not None or objects.noted_role(write)):
        raise TooDear  # differences between two objects
    owner = house.store.owner(change.calendar.account_id)
    if owner is None:
        return
    if before is not None and after is not None and change.before is not None and write.headers.get(TAG_CONDITION):
        after = merged(house.store, owner, change.before, before, after)
    weighed = weigh(house.store, _sides(write, owner, before, after))
    plan.unique = plan.unique or bool(weighed.role)
    refuse_sending(house, write.identity, owner, weighed.messages)
    told = addressed(house, owner, weighed.messages, plan.size)
    plan.pasts += _pasts(house, owner, [message for message in weighed.messages if message.method in FROM_ORGANIZER])
    plan.posts += told.posts
    plan.size = told.size
    kept = weighed.stored or after
    if kept is not None:
        kept = marked(kept, told.statuses)
        if kept is not given:
            _keep(write, plan, kept)


def _pasts(house: House, owner: Account, messages: Sequence[Message]) -> Iterator[Past]:
    """Replies to what an organizer sent before are late from now on."""
    if messages:
        uid = messages[0].uid
        before = past_of(house.store, owner.id, uid)
        yield owner.id, uid, before, sent(before, messages)


def _before(write: WriteContext, change: Change) -> CalendarObject | None:
    """What stands there, as far as it is a scheduling object."""
    if change.before is None or objects.schedule_tags(write.house, [change.before]) == [None]:
        return None
    if write.hurried:
        raise TooDear
    try:
        return CalendarObject.parse(write.house.store.body(change.before).read())
    except ContentError:
        return None  # stored under rules that were wider


def _parsed(write: WriteContext, body: bytes | None) -> CalendarObject | None:
    if not body or not objects.may_be_one(body):
        return None
    return write.once(CalendarObject, lambda: CalendarObject.parse(body))


def _sides(write: WriteContext, owner: Account, before: CalendarObject | None, after: CalendarObject | None) -> Sides:
    acting = write.identity.account
    sent_by = "" if acting.id == owner.id else address_of(acting)
    replies = write.headers.get(REPLY_WISH, "").strip().upper() != "F"
    return Sides(owner, before, after, sent_by, replies or after is not None)


def _keep(write: WriteContext, plan: Plan, kept: CalendarObject) -> None:
    """COPY and MOVE bind the body of their source; another takes its place in the same transaction."""
    data = serialise(kept.calendar)
    if write.operation != "put":
        plan.stored = data
        return
    write.body, write.converted = body_of(write.house, data), True
    objects.forget_role(write)
    if write.headers.get(TAG_CONDITION):
        write.parsed = None  # instances may have come in that the client knew nothing of


def decide(write: WriteContext, tx: Transaction) -> None:
    """Inside the transaction: what was weighed is as it was, or all is weighed again; then the messages go."""
    if write.identity.method in SILENT:
        return
    plan: Plan | None = write.notes.get(NOTE)
    if plan is not None and plan.private is not None and plan.private == _version_of(write.before):
        return
    if plan is not None and (plan.judged != _present(write, plan) or not _are_as_they_were(tx, plan.pasts)):
        raise Moved
    _refuse_twice(write, tx, plan)
    if plan is None:
        return
    if plan.stored:
        write.also.append(partial(_store_instead, plan.stored))
    for account_id, uid, _, past in plan.pasts:
        keep_past(tx, account_id, uid, past)
    for kind, account_id, payload in plan.posts:
        tx.post(kind, account_id, payload)


def _version_of(resource: Resource | None) -> Version | None:
    return (resource.id, resource.version_id) if resource is not None else None


def _are_as_they_were(tx: Transaction, pasts: Sequence[Past]) -> bool:
    return all(past_of(tx.store, account_id, uid) == before for account_id, uid, before, _ in pasts)


def _present(write: WriteContext, plan: Plan) -> list[Version]:
    changes = [change for change in _changes(write, plan.given) if change.before is not None]
    modes = switches.mode_of(write.house.store, [change.calendar for change in changes])
    return [
        (change.before.id, change.before.version_id)
        for change, mode in zip(changes, modes, strict=True)
        if mode == switches.Mode.SERVER and change.before is not None
    ]


def _refuse_twice(write: WriteContext, tx: Transaction, plan: Plan | None) -> None:
    """RFC 6638 §3.2.4.1: a scheduling object stands once in the calendars of its owner."""
    binds = write.operation in {"copy", "move"} and write.kind == OBJECT
    if write.parent.kind != CALENDAR or not write.uid or not (binds or (plan is not None and plan.unique)):
        return
    leaving = {one.id for one in (write.before, write.source if write.operation == "move" else None) if one}
    for other in objects.by_uid(tx.store, write.parent.home_id, write.uid):
        if other.id not in leaving:
            readable = write.house.readable(write.identity, [other])
            raise Forbidden(
                "another calendar has this event already",
                condition=caldav("unique-scheduling-object-resource"),
                content=b"".join(href(one.href) for one in readable),
            )


def _store_instead(data: bytes, tx: Transaction, write: WriteContext) -> None:
    after = write.after
    if after is not None:
        stored = keep(write.house.store, body_of(write.house, data))
        write.after = tx.put(
            write.parent, write.name, after, stored, kind=after.kind, content_type=after.content_type, uid=after.uid
        )


def is_dear(write: WriteContext) -> bool | None:
    """Differences between two objects are for the cpu lane, and so is what a removal has to look for.

    Of a PUT that names its sender in no address it shows when it is weighed.
    """
    before, body = write.before, write.body
    if write.operation == "delete":
        return (before is not None and before.kind in {CALENDAR, OBJECT}) or None
    if body is None or OBJECT not in {write.kind, write.source.kind if write.source is not None else ""}:
        return None
    if not objects.may_be_one(body.data):
        return None
    light = write.operation == "put" and body.length <= LIGHT_BODY
    return not light or names(body.data, write.identity.account) or None
