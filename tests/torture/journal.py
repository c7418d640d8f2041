"""What the clients of one account know: the model that the server is held against, and nothing of the server's code."""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

TOKENS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """What stands under a name: `body` is None for a collection, `etag` is "" where no answer told it."""

    body: bytes | None
    etag: str = ""
    note: str = ""
    uid: str = ""
    hours: tuple[int, ...] = ()
    team: str = ""


State = Mapping[str, Item | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A request without an answer: wholly done or wholly not."""

    what: str
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A sync token and what the client knew when it got it."""

    token: str = ""
    state: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Journal:
    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.known: dict[str, Item] = {}
        self.doubts: list[Doubt] = []
        self.surprises: list[str] = []
        self.tokens: dict[tuple[str, str], list[Snapshot]] = {}
        self.acknowledged = self.uncertain = 0
        self._random = random.Random(seed)
        self._lock = threading.Lock()

    def acknowledge(self, after: State) -> None:
        with self._lock:
            self.acknowledged += 1
            self._set(after)

    def doubt(self, what: str, after: State) -> None:
        with self._lock:
            self.uncertain += 1
            self.doubts.append(Doubt(what, {href: self.known.get(href) for href in after}, after))

    def surprise(self, what: str) -> None:
        with self._lock:
            self.surprises.append(what)

    def remember(self, href: str, level: str, snapshot: Snapshot) -> None:
        """Keeps some tokens of each collection, old ones and new ones."""
        with self._lock:
            kept = self.tokens.setdefault((href, level), [])
            if len(kept) == TOKENS:
                kept.pop(self._random.randrange(TOKENS))
            kept.append(snapshot)

    def below(self, href: str) -> dict[str, Item]:
        """A name that is there, and all names below it."""
        with self._lock:
            return {other: item for other, item in self.known.items() if f"{other}/".startswith(f"{href}/")}

    def is_doubtful(self, href: str) -> bool:
        """Whether a name, one below it or one above it waits for the next check."""
        with self._lock:
            names = [name for doubt in self.doubts for name in doubt.after]
        return any(f"{name}/".startswith(f"{href}/") or f"{href}/".startswith(f"{name}/") for name in names)

    def settle(self, seen: Mapping[str, Item]) -> list[str]:
        """Compares all there is with all that is known; gives what is wrong and goes on from what was seen."""
        wrong = [*self.surprises]
        for doubt in self.doubts:
            if _agrees(doubt.after, seen):
                self._set(doubt.after)
            elif not _agrees(doubt.before, seen):
                wrong.append(f"half done: {doubt.what}: {_shown(doubt.after, seen)}")
        wrong += [
            f"{href} should be {_brief(self.known.get(href))} and is {_brief(seen.get(href))}"
            for href in sorted(self.known.keys() | seen.keys())
            if not _is(self.known.get(href), seen.get(href))
        ]
        self.surprises, self.doubts = [], []
        self.known = {
            href: replace(self.known[href], etag=item.etag) if _is(self.known.get(href), item) else item
            for href, item in seen.items()
        }
        return wrong

    def _set(self, after: State) -> None:
        for href, item in after.items():
            if item is None:
                self.known.pop(href, None)
            else:
                self.known[href] = item


def _agrees(state: State, seen: Mapping[str, Item]) -> bool:
    return all(_is(item, seen.get(href)) for href, item in state.items())


def _is(known: Item | None, seen: Item | None) -> bool:
    if known is None or seen is None:
        return known is seen
    return (known.body, known.note) == (seen.body, seen.note) and known.etag in {"", seen.etag}


def _shown(state: State, seen: Mapping[str, Item]) -> str:
    return ", ".join(f"{href} is {_brief(seen.get(href))}" for href in state)


def _brief(item: Item | None) -> str:
    if item is None:
        return "absent"
    what = "a collection" if item.body is None else f"{len(item.body)} bytes {item.body[:16]!r} with ETag {item.etag}"
    return f"{what} and note {item.note!r}"
