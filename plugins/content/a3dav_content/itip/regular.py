"""The instances that a series has by itself, whatever is changed in single ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from a3dav_content.dates import DAY, moment_of, moments_of
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances, Occurrence

_APART = 400 * DAY
"""So far apart, two walks cost less than one."""


class Regular:
    """One series as it stands; what was looked up once is known."""

    def __init__(self, instances: Instances) -> None:
        self.instances = instances
        self.known: dict[int, Occurrence | None] = {}

    @property
    def master(self) -> Component | None:
        return self.instances.object.master

    def look_at(self, places: Iterable[int]) -> None:
        """Finds many instances in few walks."""
        asked = sorted({place for place in places if place not in self.known})
        self.known.update(dict.fromkeys(asked))
        if self.master is None or self.master.first("DTSTART") is None:
            return
        while asked:
            near = [place for place in asked if place - asked[0] < _APART]
            for found in self.instances.regular(near[0], near[-1] + 1):
                if found.anchor in self.known:
                    self.known[found.anchor] = found
            asked = asked[len(near) :]

    def at(self, place: int) -> Occurrence | None:
        if place not in self.known:
            self.look_at([place])
        return self.known[place]

    @cached_property
    def excluded(self) -> frozenset[int]:
        """The instances that EXDATE takes out."""
        entries = self.master.all("EXDATE") if self.master is not None else []
        return frozenset(self.instances.anchor(moment) for entry in entries for moment in moments_of(entry))

    @cached_property
    def start(self) -> int | None:
        """The place of the first instance."""
        entry = self.master.first("DTSTART") if self.master is not None else None
        return None if entry is None else self.instances.anchor(moment_of(entry))
