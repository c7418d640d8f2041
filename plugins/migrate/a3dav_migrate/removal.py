"""What the source has no longer: told, and on demand removed here, unless somebody changed it here since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.errors import A3davError
from a3dav.identifiers import new_id
from a3dav.lanes import run_here
from a3dav.methods.delete import remove
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform
from a3dav_migrate.outcome import CollectionOutcome
from a3dav_migrate.state import Copied, State

if TYPE_CHECKING:
    from a3dav.house import House


FOLDER = "folder"
"""Stands in the state for the entity tag of a folder, which is removed when nothing is left in it."""


class Removal:
    def __init__(self, house: House, identity: Identity, state: State, *, delete: bool) -> None:
        self._house = house
        self._identity = identity
        self._state = state
        self._delete = delete

    def settle(self, key: str, copied: Copied, parent: Resource | None, outcome: CollectionOutcome) -> None:
        """Deals with one member that is gone at the source; `parent` is what holds it here."""
        here = self._house.store.child(parent, copied.name) if parent is not None else None
        if here is None or parent is None:
            if self._delete:
                self._state.forget(key)
            return
        outcome.gone.append(key)
        if not self._delete:
            return
        if here.collection and copied.here == FOLDER and not self._house.store.members(here, limit=1):
            pass
        elif here.collection or here.etag != copied.here:
            outcome.notes.append(f"{here.href} was changed here since it was copied, and is kept")
            return
        try:
            self.remove(parent, here)
        except A3davError as error:
            outcome.notes.append(f"{here.href} cannot be deleted: {error}")
            return
        self._state.forget(key)
        outcome.deleted += 1

    def remove(self, parent: Resource, doomed: Resource) -> None:
        write = WriteContext(self._house, self._identity, new_id().hex(), "delete", parent, doomed.name)
        write.before = doomed
        run_here(self._house, perform(write, remove))
