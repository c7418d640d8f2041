"""Copies the objects of one calendar or address book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import A3davError, DavError
from a3dav.placement import size_limit
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.transfer import file_name, prepare_object, store_prepared
from a3dav.writing import WriteContext
from a3dav_migrate.addresses import local_name
from a3dav_migrate.discovery import Source
from a3dav_migrate.members import BATCH, Fetched, Fetcher, Listing, list_members
from a3dav_migrate.multistatus import Found
from a3dav_migrate.outcome import CollectionOutcome
from a3dav_migrate.remote import Remote
from a3dav_migrate.removal import Removal
from a3dav_migrate.rescue import Rescue
from a3dav_migrate.state import Copied, State
from a3dav_migrate.targets import Target
from a3dav_migrate.wishes import Advance

if TYPE_CHECKING:
    from a3dav.house import House


class ObjectCopy:
    """One collection on its way; `outcome` tells how it went."""

    def __init__(
        self, house: House, identity: Identity, remote: Remote, state: State, rescue: Rescue,
        source: Source, target: Target, outcome: CollectionOutcome, *, repair: bool,
    ) -> None:  # fmt: skip
        self._house = house
        self._identity = identity
        self._remote = remote
        self._state = state
        self._rescue = rescue
        self._source = source
        self._content = target.content
        self._outcome = outcome
        self._repair = repair
        self._holders: dict[str, str] = {}

    def run(self, listing: Listing, parent: Resource, removal: Removal, advance: Advance) -> None:
        key, outcome = self._source.found.key, self._outcome
        outcome.refused += listing.strays
        wanted = pending(self._state, listing)
        outcome.unchanged = len(listing.members) - len(wanted)
        known = self._state.members_of(key)
        self._holders = {copied.name: member for member, copied in known if member in listing.members}
        done, fetcher = outcome.unchanged, Fetcher(self._remote, self._source)
        advance(done, outcome.found)
        for batch in _batches(wanted):
            for fetched in fetcher.fetch(batch):
                self._take(fetched, parent)
                done += 1
                advance(done, outcome.found)
        for gone, copied in known:
            if gone not in listing.members and copied.name in self._holders:
                self._state.forget(gone)  # it has another address at the source now
            elif gone not in listing.members:
                removal.settle(gone, copied, parent, outcome)

    def _take(self, fetched: Fetched, parent: Resource) -> None:
        member = fetched.member
        if fetched.error:
            self._outcome.refused.append((member.url, fetched.error))
            return
        try:
            written = self._store(member, parent, local_name(member.path[-1]), fetched.body)
        except (A3davError, ValueError) as error:
            if self._repair and self._mend(fetched, parent):
                return
            self._refuse(fetched, reason_of(error))
            return
        self._outcome.count(written)
        self._note(fetched, written)

    def _store(self, member: Found, parent: Resource, name: str, body: bytes) -> WriteContext:
        limit, too_large = size_limit(self._house, self._house.types[parent.kind].member)
        if limit and len(body) > limit:
            raise too_large
        write = prepare_object(self._house, self._identity, parent, name, self._content.media_type, body)
        holder = self._holders.get(write.before.name, member.key) if write.before is not None else member.key
        if holder != member.key:
            raise A3davError(f"it has the UID of {holder}, which stands in the same collection")
        return store_prepared(write)

    def _note(self, fetched: Fetched, written: WriteContext) -> None:
        after = written.after
        if after is not None:
            copied = Copied(self._source.found.key, fetched.etag, after.name, after.uid or "", after.etag)
            self._state.add(fetched.member.key, copied)
            self._holders[after.name] = fetched.member.key

    def _mend(self, fetched: Fetched, parent: Resource) -> bool:
        """Takes an object apart as an import does: one for each UID, and without METHOD."""
        try:
            parts = list(self._content.split(fetched.body))
            mended = [
                self._store(fetched.member, parent, file_name(stem, self._content.suffix), body) for stem, body in parts
            ]  # all of them, or the object counts as refused
        except (A3davError, ValueError):
            return False
        for written in mended[:1]:
            self._outcome.count(written)
            self._outcome.notes.append(f"{fetched.member.url} was repaired; {len(mended)} objects came of it")
            self._note(fetched, written)
        return bool(mended)

    def _refuse(self, fetched: Fetched, reason: str) -> None:
        self._outcome.refused.append((fetched.member.url, reason))
        self._outcome.rescued += self._rescue.keep(fetched.member.path, fetched.member.url, reason, fetched.body)


def reason_of(error: Exception) -> str:
    """The sentence of a refusal, with the precondition that it names."""
    condition = error.condition if isinstance(error, DavError) else None
    sentence = str(error) or type(error).__name__
    return f"{sentence} ({condition.partition('}')[2]})" if condition else sentence


def pending(state: State, listing: Listing) -> list[Found]:
    """What is new or changed at the source; without an entity tag there nobody can tell."""
    return [
        member
        for key, member in listing.members.items()
        if not member.etag or (known := state.copied.get(key)) is None or known.etag != member.etag
    ]


def _batches(members: Sequence[Found]) -> Iterator[Sequence[Found]]:
    return (members[start : start + BATCH] for start in range(0, len(members), BATCH))


def check(
    house: House, remote: Remote, state: State, source: Source, parent: Resource, outcome: CollectionOutcome
) -> None:
    """Lists the source once more and compares the UIDs that came from it with those that are here."""
    listing = list_members(remote, source)
    uids: set[str] = set()
    names: set[str] = set()
    for page in house.store.pages(parent):
        outcome.here += len(page)
        uids |= {member.uid for member in page if member.uid}
        names |= {member.name for member in page}
    refused = {url for url, _ in outcome.refused}
    for key, member in listing.members.items():
        copied = state.copied.get(key)
        if member.url in refused:
            continue
        if copied is None or (copied.uid not in uids if copied.uid else copied.name not in names):
            outcome.missing.append(member.url)
    outcome.found = len(listing.members)
    outcome.checked = True
