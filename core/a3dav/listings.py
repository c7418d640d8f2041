"""What a collection holds, or a report finds in it, told as responses, and brought up to date by what changed since.

A member that did not change has the response that it had: `query` relies on that too. What changed is known by what
this process noted of its commits, or else by the counters and tombstones that synchronisation goes by. All else that a
response follows from is part of the question, and so of the key (see `answers`); only collections that are seen as
they are stored, and hold no others, are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from a3dav.query import Wanted, responses
from a3dav.storage.store import PAGE

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.resources import Resource

Key = tuple[str, bytes, tuple[str, ...], bytes, int]
Members = dict[str, tuple[bytes, bytes]]
"""Id and response of each member by its name, in the order of the ids."""
Written = tuple[set[str], Sequence["Resource"]]
"""The names below which something was written, and what is there now."""
MEMBER_BYTES = 250
"""What a member takes beside its response, about."""


@dataclass(slots=True, frozen=True)
class Listing:
    """The members of a collection as somebody sees them.

    Every change up to `counter` is in it, and all that was written before the `state` of the store.
    """

    counter: int
    state: bytes
    members: Members
    size: int


Choose = Callable[[Sequence["Resource"]], Sequence["Resource"]]
"""Those of some readable members that a list is about."""


def everyone(members: Sequence[Resource]) -> Sequence[Resource]:
    return members


def is_kept(exchange: Exchange, wanted: Wanted) -> bool:
    """Whether the counters of the target tell of everything that a list of its members follows from."""
    house, collection = exchange.house, exchange.resource
    kind = house.types[collection.kind]
    if not wanted.question or not collection.stored or collection.id == collection.home_id or kind.collections:
        return False
    return not house.lenses.before(exchange.actor, collection)


def recalled(
    exchange: Exchange, wanted: Wanted, about: bytes, choose: Choose, most: int = PAGE
) -> Iterator[bytes] | None:
    """The responses for the members of the target as they are now, where not more than `most` changed since.

    Which members these are follows from the question `about`, and how each is told from that of `wanted`.
    """
    memory, key = exchange.house.memory, _key(exchange, about)
    known: Listing | None = memory.get(key)
    listing = None if known is None else _up_to_date(exchange, known, wanted, choose, most)
    if listing is None:
        return None
    if listing is not known and exchange.steady:
        memory.put(key, listing, listing.size)
    return _pieces(listing)


def _key(exchange: Exchange, about: bytes) -> Key:
    collection = exchange.resource
    return ("listing", about, collection.path, collection.id, collection.counter)


def _pieces(listing: Listing) -> Iterator[bytes]:
    told = (response for _, response in listing.members.values())
    while piece := b"".join(islice(told, PAGE)):
        yield piece


def recorded(exchange: Exchange, wanted: Wanted, about: bytes, pages: Iterable[Sequence[Resource]]) -> Iterator[bytes]:
    """Tells of all pages, and keeps what it told if that has a place in memory."""
    house, collection = exchange.house, exchange.resource
    members: Members = {}
    size, keeps, state = 0, True, exchange.store.engine.state()
    for page in pages:
        told = _told(exchange, _readable(exchange, page), wanted)
        yield b"".join(response for _, response in told.values())
        size += _size(told)
        keeps = keeps and exchange.steady and house.memory.takes(size) and not _is_judged_by_content(exchange, page)
        if keeps:
            members.update(told)
    if keeps:
        house.memory.put(_key(exchange, about), Listing(collection.content_counter, state, members, size), size)


def _up_to_date(exchange: Exchange, known: Listing, wanted: Wanted, choose: Choose, most: int) -> Listing | None:
    """The listing with what changed since; None where that is much, or is not known any more."""
    store, collection = exchange.store, exchange.resource
    if known.counter >= collection.content_counter:
        return known
    state = store.engine.state()
    written = _noted(exchange, known, state, most) or _counted(exchange, known, most)
    if written is None:
        return None
    names, changed = written
    if _is_judged_by_content(exchange, changed):
        return None
    told = _told(exchange, choose(_readable(exchange, changed)), wanted)
    replaced = {name: known.members[name] for name in names if name in known.members}
    members = known.members.copy()
    for name in names.difference(told):
        members.pop(name, None)
    size = known.size + _size(told) - _size(replaced)
    return Listing(collection.content_counter, state, _placed(members, told), size)


def _noted(exchange: Exchange, known: Listing, state: bytes, most: int) -> Written | None:
    """What this process wrote; None where others may have written too, or where it is too much."""
    store, collection = exchange.store, exchange.resource
    names = store.names_written(collection, known.state, state)
    if names is None or len(names) > most:
        return None
    return names, list(store.by_names(collection, sorted(names)).values())


def _counted(exchange: Exchange, known: Listing, most: int) -> Written | None:
    """What anybody wrote, by counters and tombstones; None where it is too much, or not known any more."""
    store, collection = exchange.store, exchange.resource
    gone = store.tombstones(collection, known.counter, PAGE + 1)
    changed = store.changed_members(collection, known.counter, most + 1)
    if len(gone) > PAGE or len(changed) > most or store.sync_floor(collection) > known.counter:
        return None
    return {one.name for one in gone} | {one.name for one in changed}, changed


def _placed(members: Members, told: Members) -> Members:
    """Puts new responses in the place of older ones; what has no place yet comes last where its id is the latest."""
    in_order = True
    for name, (identifier, response) in sorted(told.items(), key=_id_of):
        held = members.get(name)
        if held is None or held[0] != identifier:
            members.pop(name, None)
            in_order = in_order and (not members or next(reversed(members.values()))[0] < identifier)
        members[name] = identifier, response
    return members if in_order else dict(sorted(members.items(), key=_id_of))


def _id_of(entry: tuple[str, tuple[bytes, bytes]]) -> bytes:
    return entry[1][0]


def _readable(exchange: Exchange, members: Sequence[Resource]) -> Sequence[Resource]:
    return exchange.house.readable(exchange.actor, members) if members else ()


def _told(exchange: Exchange, members: Sequence[Resource], wanted: Wanted) -> Members:
    told = responses(exchange, members, wanted) if members else []
    return {one.name: (one.id, response) for one, response in zip(members, told, strict=True)}


def _size(told: Members) -> int:
    return sum(MEMBER_BYTES + len(name) + len(response) for name, (_, response) in told.items())


def _is_judged_by_content(exchange: Exchange, members: Sequence[Resource]) -> bool:
    types = exchange.house.types
    return any(types[kind].judged_by_content for kind in {one.kind for one in members})
