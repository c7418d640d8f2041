"""The first level: values by key in the memory of one worker, the latest used kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

OVERHEAD = 250
"""Bytes that an entry takes beside its value, about."""


class Memory:
    """Holds so many bytes at most; one of no bytes holds nothing and costs nothing.

    A key says everything that its value follows from, so that nothing is ever removed for being stale.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._entries: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()
        self.bytes = self.hits = self.misses = self.evictions = 0

    def __bool__(self) -> bool:
        return self._most > 0

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Any:
        """The value, None where there is none."""
        found = self._entries.get(key)
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        try:  # noqa: SIM105 - `suppress` costs more than all of this
            self._entries.move_to_end(key)
        except KeyError:
            pass
        return found[0]

    def takes(self, size: int) -> bool:
        """Whether a value of so many bytes is kept."""
        return (size + OVERHEAD) * 8 <= self._most

    def put(self, key: Hashable, value: Any, size: int) -> None:
        """Keeps a value of so many bytes; one that would take an eighth of the room or more is not kept."""
        if not self.takes(size):
            return
        size += OVERHEAD
        with self._lock:
            before = self._entries.pop(key, None)
            self._entries[key] = (value, size)
            self.bytes += size - (before[1] if before else 0)
            while self.bytes > self._most:
                _, (_, freed) = self._entries.popitem(last=False)
                self.bytes -= freed
                self.evictions += 1
