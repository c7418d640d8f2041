"""What a worker keeps of all that is not content, for as long as the generation of the store stays.

A request looks at the generation once, at its beginning; what it asks for from then on is recalled where an earlier
request asked for the same under the same generation. Inside of a transaction, and outside of requests, everything is
read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from a3dav.storage.engine import Engine

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
MOST = 50_000
"""What is kept at most; beyond, all is forgotten and begins anew."""


class Facts(dict[Hashable, Any]):
    """What was found out under one generation."""

    def __init__(self, generation: str) -> None:
        super().__init__()
        self.generation = generation


_of_request: ContextVar[tuple[Standing, Facts] | None] = ContextVar("standing", default=None)


class Standing:
    """The facts of one house under the latest generation that was looked at."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.off = False
        self._facts = Facts("")
        self.hits = self.misses = 0

    @property
    def entries(self) -> int:
        return len(self._facts)

    def look(self, generation: str = "") -> Facts:
        """The facts that hold now, under a generation that was just read; called where the database may be read."""
        generation = generation or self._engine.generation()
        if generation != self._facts.generation or len(self._facts) > MOST:
            self._facts = Facts(generation)
        self.use(self._facts)
        return self._facts

    def use(self, facts: Facts) -> None:
        """Has the present context recall from these facts."""
        _of_request.set((self, facts))

    def last(self, key: Hashable) -> Any:
        """What was recalled under this key of late, which need not hold any more."""
        return None if self.off else self._facts.get(key)

    def facts(self) -> Facts | None:
        """What may be recalled from and added to here and now."""
        return None if self.off else self._facts_of_request()

    @property
    def generation(self) -> str:
        """What this request was told; empty where everything is read anew."""
        facts = self._facts_of_request()
        return "" if facts is None else facts.generation

    def _facts_of_request(self) -> Facts | None:
        used = _of_request.get()
        if used is None or used[0] is not self or self._engine.in_transaction:
            return None
        return used[1]

    def recall(self, key: Hashable, make: Callable[..., T], *args: Any) -> T:
        """What `make` gives, asked once a generation for each key; None is asked for each time.

        So nobody fills the memory with places that do not exist.
        """
        facts = self.facts()
        if facts is None:
            return make(*args)
        try:
            found: T = facts[key]
            self.hits += 1
        except KeyError:
            self.misses += 1
            found = make(*args)
            if found is not None:
                facts[key] = found
        return found

    def recall_each(self, name: Hashable, ids: Iterable[K], make: Callable[[Sequence[K]], Mapping[K, T]]) -> dict[K, T]:
        """The same of several things: `make` is asked once for all that are not known, and tells of each."""
        facts, wanted = self.facts(), dict.fromkeys(ids)
        found: dict[K, T] = {}
        if facts is not None:
            found = {one: facts[name, one] for one in wanted if (name, one) in facts}
            self.hits += len(found)
        if missing := [one for one in wanted if one not in found]:
            made = make(missing)
            found.update(made)
            if facts is not None:
                self.misses += len(missing)
                facts.update({(name, one): told for one, told in made.items()})
        return found
