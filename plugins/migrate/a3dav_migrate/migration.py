"""One account: what it has there is found, copied, and compared with what is here."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from a3dav.errors import A3davError
from a3dav.principals import Account, Identity
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Transaction
from a3dav_migrate.addresses import segments
from a3dav_migrate.discovery import Source, Surroundings, discover
from a3dav_migrate.errors import ServerGone, SignInRefused
from a3dav_migrate.files import FileCopy, Walk
from a3dav_migrate.members import list_members
from a3dav_migrate.objects import ObjectCopy, check, pending
from a3dav_migrate.outcome import AccountOutcome, CollectionOutcome
from a3dav_migrate.remote import Remote
from a3dav_migrate.removal import Removal
from a3dav_migrate.rescue import Rescue
from a3dav_migrate.state import State
from a3dav_migrate.targets import METHOD, Target, Targets, digest_of
from a3dav_migrate.wishes import Advance, Wishes

if TYPE_CHECKING:
    from a3dav.house import House

FILES = "files"


class Show(Protocol):
    def __call__(self, title: str) -> Advance:
        """Begins a bar and gives what moves it."""


class Migration:
    """A run for one account; `account` is None in a dry run that would make it."""

    def __init__(
        self, house: House, remote: Remote, url: str, state: State, wishes: Wishes, show: Show,
        outcome: AccountOutcome, account: Account | None, files_url: str = "",
    ) -> None:  # fmt: skip
        self._house = house
        self._remote = remote
        self._url = url
        self._state = state
        self._wishes = wishes
        self._show = show
        self._outcome = outcome
        self._files_url = files_url
        self._account = account
        self._rescue = Rescue(wishes.rescue, outcome.account)

    def run(self) -> None:
        """Fills the outcome; whatever ends the account early is told in it."""
        try:
            around = discover(self._remote, self._url, self._wishes.services, self._files_url)
            self._outcome.skipped += around.skipped
            if self._account is None or self._wishes.dry_run:
                self._plan(around)
            else:
                self._copy(around, Identity(self._account, METHOD))
        except A3davError as error:
            self._outcome.error = str(error)
        if self._account is not None and not self._wishes.dry_run:
            self._audit(self._account)

    def _audit(self, account: Account) -> None:
        outcome = "ok" if self._outcome.complete else "incomplete"

        def work(tx: Transaction) -> None:
            tx.audit("migrated", outcome)

        self._house.transact(Actor(account_id=account.id, method=METHOD), work)

    def _copy(self, around: Surroundings, identity: Identity) -> None:
        targets = Targets(self._house, identity)
        targets.reserve(list(self._state.collections.values()))
        removal = Removal(self._house, identity, self._state, delete=self._wishes.delete)
        for source in around.sources:
            outcome = self._begin(source)
            begun = time.monotonic()
            try:
                if source.service == FILES:
                    self._copy_files(source, identity, removal, outcome)
                else:
                    self._copy_objects(source, identity, targets, removal, outcome)
            except (ServerGone, SignInRefused):
                raise
            except A3davError as error:
                outcome.refused.append((source.found.url, str(error)))
            finally:
                outcome.seconds = round(time.monotonic() - begun, 1)
        self._settle_collections(around, identity, removal)

    def _begin(self, source: Source) -> CollectionOutcome:
        outcome = CollectionOutcome(service=source.service, source=source.found.url, title=source.title)
        self._outcome.collections.append(outcome)
        return outcome

    def _copy_objects(
        self, source: Source, identity: Identity, targets: Targets, removal: Removal, outcome: CollectionOutcome
    ) -> None:
        advance = self._show(source.title)
        target = targets.find(source, self._state.collections.get(source.found.key, ""))
        outcome.target = target.href
        listing = list_members(self._remote, source)
        outcome.found = len(listing.members)
        parent = self._prepare(source, target, targets, outcome)
        copy = ObjectCopy(
            self._house, identity, self._remote, self._state, self._rescue, source, target, outcome,
            repair=self._wishes.repair,
        )  # fmt: skip
        copy.run(listing, parent, removal, advance)
        check(self._house, self._remote, self._state, source, parent, outcome)

    def _prepare(self, source: Source, target: Target, targets: Targets, outcome: CollectionOutcome) -> Resource:
        """The collection here, made or brought up to date; what was copied into one that is gone counts no more."""
        key, digest, parent = source.found.key, digest_of(source), target.resource
        if parent is None:
            for member, _ in self._state.members_of(key):
                self._state.forget(member)
            parent, notes = targets.make(source, target)
            outcome.notes += notes
        elif self._state.properties.get(key) != digest:
            outcome.notes += targets.describe(source, target, parent)
        self._state.place(key, target.href)
        self._state.describe(key, digest)
        return parent

    def _copy_files(self, source: Source, identity: Identity, removal: Removal, outcome: CollectionOutcome) -> None:
        home = self._house.store.home(FILES, identity.account.id, identity.account.name)
        if home is None:
            raise A3davError(f"{identity.account.name} has no home for files here")
        outcome.target = FILES
        outcome.notes.append("properties that clients set on files are not copied")
        copy = FileCopy(self._house, identity, self._remote, self._state, self._rescue, source, outcome)
        copy.run(home, removal, self._show(source.title))
        copy.check(home)

    def _settle_collections(self, around: Surroundings, identity: Identity, removal: Removal) -> None:
        """Collections of earlier runs that the homes do not list any more."""
        current = {source.found.key for source in around.sources}
        for key, place in list(self._state.collections.items()):
            root, _, name = place.partition("/")
            if key in current or segments(key)[:-1] not in around.homes:
                continue
            home = self._house.store.home(root, identity.account.id, identity.account.name)
            here = self._house.store.child(home, name) if home is not None else None
            outcome = CollectionOutcome(source=key, title=name, target=place, checked=True)
            for member, copied in self._state.members_of(key):
                removal.settle(member, copied, here, outcome)
            self._outcome.skipped.append((key, "gone at the source"))
            self._outcome.collections += [outcome] if outcome.gone else []
            if self._wishes.delete and home is not None and here is not None and not self._house.store.members(here):
                removal.remove(home, here)
                self._state.forget(key)

    def _plan(self, around: Surroundings) -> None:
        targets = Targets(self._house, Identity(self._account, METHOD)) if self._account is not None else None
        if targets is not None:
            targets.reserve(list(self._state.collections.values()))
        for source in around.sources:
            outcome = self._begin(source)
            advance = self._show(source.title)
            if source.service == FILES:
                outcome.target = FILES
                for found in Walk(self._remote, source, outcome):
                    outcome.found += not found.collection
                    outcome.created += not found.collection and self._is_new(found.key, found.etag)
                    advance(outcome.found, None)
                continue
            listing = list_members(self._remote, source)
            outcome.found, outcome.created = len(listing.members), len(pending(self._state, listing))
            known = self._state.members_of(source.found.key)
            outcome.gone = [key for key, _ in known if key not in listing.members]
            outcome.target = self._place(source, targets)
            advance(outcome.found, outcome.found)

    def _place(self, source: Source, targets: Targets | None) -> str:
        if targets is None:
            return "a new account"
        target = targets.find(source, self._state.collections.get(source.found.key, ""))
        return target.href if target.resource is not None else f"{target.href} (new)"

    def _is_new(self, key: str, etag: str) -> bool:
        known = self._state.copied.get(key)
        return known is None or not etag or known.etag != etag
