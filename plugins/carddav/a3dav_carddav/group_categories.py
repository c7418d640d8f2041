"""Group cards and CATEGORIES kept in step: what a write to one card means for the others of its address book.

All of it is decided after the write, in its transaction, and is no write of its own that others would follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav_carddav.group_edits import GroupEdits
from a3dav_carddav.groups import grouping, groups_named, groups_of, members_of
from a3dav_carddav.names import CARD
from a3dav_content.card_groups import Grouping, comparable_category, comparable_member


@dataclass(slots=True, frozen=True)
class Lost:
    """A card as it was in an address book before the write that replaced it or took it away."""

    book: Resource
    card: Resource
    said: Grouping


@dataclass(slots=True, frozen=True)
class Turn:
    """One card before and after; None where it was not, or is no longer, in this address book."""

    before: Grouping | None
    after: Grouping | None


def keep_in_step(write: WriteContext, tx: Transaction) -> None:
    """Looks at what is there before the write, and has the rest done after it."""
    if write.operation not in {"put", "delete", "copy", "move"}:
        return
    lost = list(_lost(write, tx))
    if lost or (write.kind == CARD and write.body is not None):
        write.also.append(partial(_follow, lost=lost))


def _lost(write: WriteContext, tx: Transaction) -> Iterator[Lost]:
    leaving = [(write.parent, write.before)]
    if write.operation == "move":
        leaving.append((write.source_parent or write.parent, write.source))
    for book, card in leaving:
        if card is not None and card.kind == CARD:
            said = grouping(tx.store, card)
            if said is not None:
                yield Lost(book, card, said)


def _follow(tx: Transaction, write: WriteContext, *, lost: Sequence[Lost]) -> None:
    if write.before is not None and write.after is write.before:
        return  # nothing was written
    gained = _gained(tx, write)
    books = {entry.book.id: entry.book for entry in lost}
    if gained is not None:
        books.setdefault(write.parent.id, write.parent)
    changed = 0
    for book in books.values():
        edits = GroupEdits(write, tx, book, changed=changed)
        gone = [entry.said for entry in lost if entry.book.id == book.id]
        for turn in _turns(gone, gained if book.id == write.parent.id else None):
            _follow_member(edits, turn)
            _follow_group(edits, turn)
        edits.carry_out()
        changed = edits.changed


def _gained(tx: Transaction, write: WriteContext) -> Grouping | None:
    if write.operation == "delete" or write.after is None or write.after.kind != CARD:
        return None
    if write.operation == "put" and isinstance(write.parsed, Grouping):
        return write.parsed
    return grouping(tx.store, write.after)


def _turns(gone: Sequence[Grouping], gained: Grouping | None) -> Iterator[Turn]:
    """A card that comes to where its UID was takes its place; others come and go."""
    place = None
    if gained is not None:
        uid = comparable_member(gained.uid)
        place = next((said for said in gone if comparable_member(said.uid) == uid), None)
        yield Turn(place, gained)
    yield from (Turn(said, None) for said in gone if said is not place)


def _follow_member(edits: GroupEdits, turn: Turn) -> None:
    """Groups name their members by UID; a card without one is in none."""
    before = turn.before if turn.before and turn.before.uid and not turn.before.group else None
    after = turn.after if turn.after and turn.after.uid and not turn.after.group else None
    if before is not None and (turn.after is None or not turn.after.uid):
        _leave_all(edits, before)
    elif after is not None and after.categories is not None:
        _regroup(edits, before.by_category if before else {}, after)
    elif turn.after is not None and turn.after.group and before is not None:
        _leave(edits, before, before.by_category)


def _leave_all(edits: GroupEdits, said: Grouping) -> None:
    member = comparable_member(said.uid)
    for group in groups_of(edits.tx.store, edits.book, member):
        edits.group(group).removed.add(member)


def _leave(edits: GroupEdits, said: Grouping, names: dict[str, str]) -> None:
    member = comparable_member(said.uid)
    for groups in groups_named(edits.tx.store, edits.book, names).values():
        for group in edits.others(groups):
            edits.group(group).removed.add(member)


def _regroup(edits: GroupEdits, before: dict[str, str], said: Grouping) -> None:
    after, store, member = said.by_category, edits.tx.store, comparable_member(said.uid)
    _leave(edits, said, {key: text for key, text in before.items() if key not in after})
    joined = {key: text for key, text in after.items() if key not in before}
    known = groups_named(store, edits.book, joined)
    is_in = {group.id for group in groups_of(store, edits.book, member)}
    for key, text in joined.items():
        groups = edits.others(known.get(key, ()))
        if not groups:
            edits.make(text, said)
        elif not any(group.id in is_in for group in groups):
            edits.group(groups[0]).added.append(said.uid)


def _follow_group(edits: GroupEdits, turn: Turn) -> None:
    before = turn.before if turn.before and turn.before.group else None
    after = turn.after if turn.after and turn.after.group else None
    held, holds = (frozenset(said.by_member) if said else frozenset() for said in (before, after))
    renamed = before is not None and after is not None and before.name != after.name
    if before is not None and before.name:
        _take(edits, before.name, held if renamed else held - holds)
    if after is not None and after.name:
        for card in edits.cards(holds if renamed else holds - held):
            edits.member(card).added.append(after.name)


def _take(edits: GroupEdits, name: str, members: frozenset[str]) -> None:
    """Takes the name of a group from its members, but for those that another group of this name has too."""
    store = edits.tx.store
    same = groups_named(store, edits.book, [comparable_category(name)]) if members else {}
    for group in edits.others(next(iter(same.values()), ())):
        members -= members_of(store, group, members)
    for card in edits.cards(members):
        edits.member(card).removed.add(name)
