"""What a list of entries amounts to for one reader (RFC 3744 §6)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from a3dav.registries import PrivilegeRegistry

Rule = tuple[bool, tuple[str, ...]]
"""Whether an entry that is about the reader grants, and which privileges."""


class Privileges:
    """The tree of privileges, ready to be reckoned with."""

    def __init__(self, table: PrivilegeRegistry) -> None:
        known = table.values()
        self._contained = {entry.name: table.contained_in(entry.name) for entry in known}
        self._composed = {entry.name for entry in known if entry.composed}
        # The smallest first, so that what an aggregate contains is settled before it is.
        self._order = sorted(self._contained, key=lambda name: len(self._contained[name]))
        self.outcome = lru_cache(4096)(self._outcome)

    def contained(self, name: str) -> frozenset[str]:
        return self._contained.get(name) or frozenset({name})

    def _outcome(self, rules: tuple[Rule, ...]) -> frozenset[str]:
        """Each privilege goes by the first entry that speaks of it; an aggregate needs all that it contains."""
        granted: set[str] = set()
        denied: set[str] = set()
        for grants, names in rules:
            meant = self._spelt_out(names)
            if grants:
                granted |= meant - denied
            else:
                denied |= meant - granted
        return self._settled(granted)

    def _spelt_out(self, names: Iterable[str]) -> set[str]:
        return {contained for name in names for contained in self.contained(name)}

    def _settled(self, granted: set[str]) -> frozenset[str]:
        held: set[str] = set()
        for name in self._order:
            inner = self._contained[name] - {name}
            if inner <= held and (name in granted or (name in self._composed and inner)):
                held.add(name)
        return frozenset(held)
