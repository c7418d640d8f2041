"""A page of entries that is filled from candidates, each of which gives some or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from a3dav.api.cursors import cursor_after, position_of
from a3dav.exchange import Response

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall
    from a3dav.resources import Resource

MOST_EXAMINED = 2_000
"""Candidates of one page: a page whose question few of them answer is short, and has a next one."""
Json = dict[str, Any]


@dataclass(slots=True)
class Page:
    """What was found, and behind which candidate, and how many of the next one's entries, the next page begins."""

    limit: int
    items: list[Json] = field(default_factory=list)
    after: bytes = b""
    skip: int = 0
    more: bool = False

    @classmethod
    def of(cls, call: ApiCall) -> Page:
        after, skip = position_of(call) or ["", 0]
        return cls(call.parameters["limit"], after=bytes.fromhex(str(after)), skip=int(skip))

    def fill(self, candidates: Iterable[tuple[Resource, list[Json]]]) -> Page:
        """Takes entries in the order of their candidates, until the page is full or enough was examined."""
        for examined, (resource, entries) in enumerate(candidates):
            if len(self.items) == self.limit or examined == MOST_EXAMINED:
                self.more = True
                return self
            left, room = entries[self.skip :], self.limit - len(self.items)
            self.items += left[:room]
            if len(left) > room:
                self.skip, self.more = self.skip + room, True
                return self
            self.after, self.skip = resource.id, 0
        return self

    def answer(self, call: ApiCall) -> Response:
        following = cursor_after(call, self.after.hex(), self.skip) if self.more else None
        return call.answer({"items": self.items, "next": following})
