"""What resolvers of one operation share: who asks, until when, and loaders that ask the store for many at once."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from strawberry.dataloader import DataLoader

from a3dav.registries import STAFF
from a3dav_admin.errors import TIMEOUT, GraphError
from a3dav_admin.settings import AdminSettings

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Identity

K = TypeVar("K")
V = TypeVar("V")
Batch = Callable[..., Mapping[K, V]]


class Context:
    """`facts` are what the worker that got the request knows of itself, `outcomes` those of mutations by their key."""

    def __init__(
        self, house: House, identity: Identity, *, facts: Mapping[str, Any], outcomes: Mapping[str, Any], end: float
    ) -> None:
        self.house, self.identity = house, identity
        self.facts, self.outcomes = facts, outcomes
        self.settings: AdminSettings = house.section("admin")
        self._end = end
        self._loaders: dict[Any, DataLoader[Any, Any]] = {}

    @property
    def is_staff(self) -> bool:
        return self.identity.account.role in STAFF

    def is_own(self, account_id: bytes) -> bool:
        return account_id == self.identity.account.id

    def load(self, batch: Batch[K, V], key: K, *arguments: Any) -> Awaitable[V | None]:
        """What `batch(house, keys, *arguments)` gives for this key: it is asked once for all keys of this moment."""
        place = (batch, arguments)
        if place not in self._loaders:

            async def ask(keys: list[K]) -> Sequence[V | None]:
                found = self.read(lambda: batch(self.house, keys, *arguments))
                return [found.get(key) for key in keys]

            self._loaders[place] = DataLoader(load_fn=ask)
        found: Awaitable[V | None] = self._loaders[place].load(key)
        return found

    def read(self, call: Callable[[], V]) -> V:
        """Asks the store, which stands still meanwhile."""
        if time.monotonic() > self._end:
            raise GraphError(f"this takes more than {self.settings.seconds} seconds; ask for less", TIMEOUT)
        with self.house.store.engine.at_one_moment():
            return call()
