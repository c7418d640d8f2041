"""What a reader saw of the collections of others in a home: the part of a sync token that is about them.

They belong to accounts with counters of their own, so that a token of the home has an entry for each: which mount, in
which state, seen through which view, up to which counter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from a3dav.resources import Resource

SEPARATOR = ";"


@dataclass(slots=True, frozen=True)
class Seen:
    """`own` is the counter of the mount, `counter` one of the account whose collection it is.

    The `key` is another one when the mount has another name: to who follows the home it is another member.
    """

    key: str
    view: str
    own: int
    counter: int

    def up_to(self, counter: int) -> Seen:
        return replace(self, counter=counter)

    @property
    def text(self) -> str:
        return f"{self.key}.{self.view}.{self.own}.{self.counter}"


def newest(collection: Resource) -> int:
    """The counter of the last change of a collection itself or in what it holds."""
    return max(collection.counter, collection.content_counter)


def written(entries: Iterable[Seen]) -> str:
    return "".join(SEPARATOR + entry.text for entry in entries)


def read(texts: Iterable[str]) -> Mapping[str, Seen]:
    """Of the entries of a token that this server signed, by their keys."""
    parts = (text.split(".") for text in texts)
    return {key: Seen(key, view, int(own), int(counter)) for key, view, own, counter in parts}
