"""The second level: bytes by key in a file that all workers of a server map into their memory.

The bytes lie in a ring, one behind the other; a ring of slots says which, and a table by hash where to look for a slot.
Whoever writes holds a lock of the kernel, which ends with its process; nobody waits for it, as what is not kept can be
worked out again. Who reads takes no lock: a digest over key and bytes tells whether what was read was written so.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Lock

SMALLEST = 1 << 20
LARGEST_VALUE = 512 * 1024
"""Reading takes a digest of all of it, on the event loop: half a millisecond."""
KEY_BYTES = 16
WAYS = 4
_BYTES_AN_ENTRY = 8192
_HEADER = struct.Struct("<QQQ")  # the number of the next slot, of the first that holds, and where the ring goes on
_SLOT = struct.Struct("<16sQQ16s")  # key, place in an endless ring, length, digest
_NUMBER = struct.Struct("<Q")
_WAYS = struct.Struct(f"<{WAYS}Q")


class Shared:
    """Holds so many bytes at most, tables included; what was written first goes first.

    Everything is written with system calls: a disk without room is an error then, and not the end of the process.
    """

    def __init__(self, file: int, size: int) -> None:
        self._file, self._secret, self._lock = file, os.urandom(16), Lock()
        self._slots = size // _BYTES_AN_ENTRY
        self._sets = self._slots * 2 // WAYS
        self._table = _HEADER.size + self._slots * _SLOT.size
        self._data = self._table + self._sets * _WAYS.size
        self._room = size - self._data
        self._most = min(LARGEST_VALUE, self._room // 8)
        os.ftruncate(file, size)
        os.pwrite(file, _HEADER.pack(1, 1, 0), 0)
        self._view = memoryview(mmap.mmap(file, size, prot=mmap.PROT_READ))
        self.hits = self.misses = self.evictions = self.errors = 0

    @classmethod
    def below(cls, folder: Path, size: int) -> Shared:
        """In a file without a name, so that nobody else opens it and nothing is left of it."""
        with tempfile.TemporaryFile(dir=folder) as file:
            return cls(os.dup(file.fileno()), size)

    def takes(self, length: int) -> bool:
        return length <= self._most

    def get(self, key: bytes) -> bytes | None:
        view = self._view
        after, first, _ = _HEADER.unpack_from(view)
        for number in _WAYS.unpack_from(view, self._set_of(key)):
            if first <= number < after and (value := self._value(number, key)) is not None:
                self.hits += 1
                return value
        self.misses += 1
        return None

    def _value(self, number: int, key: bytes) -> bytes | None:
        """What a slot tells of, if it is of this key; a writer may be at work in both at this moment."""
        found, place, length, digest = _SLOT.unpack_from(self._view, self._slot(number))
        if found != key or length > self._most:
            return None
        begin = self._data + place % self._room
        value = bytes(self._view[begin : begin + length])
        if self._digest(key, value) == digest:
            return value
        self.errors += 1
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps a value, unless it is large or another process is just writing."""
        if not self.takes(len(value)):
            return
        try:
            with self._writing() as free:
                if free:
                    self._write(key, value)
        except OSError:
            self.errors += 1

    def _write(self, key: bytes, value: bytes) -> None:
        """Of each step the next holds good if the process ends behind it: at worst some bytes of the ring lie idle."""
        file, room = self._file, self._room
        number, first, place = self._counts()
        if place % room + len(value) > room:
            place += room - place % room
        end = place + len(value)
        first = self._freed(first, number, end)
        os.pwrite(file, _HEADER.pack(number, first, end), 0)
        os.pwrite(file, value, self._data + place % room)
        os.pwrite(file, _SLOT.pack(key, place, len(value), self._digest(key, value)), self._slot(number))
        os.pwrite(file, _NUMBER.pack(number), self._way(key))
        os.pwrite(file, _HEADER.pack(number + 1, first, end), 0)

    def _counts(self) -> tuple[int, int, int]:
        """Those of the header; where they make no sense, all that was kept is given up."""
        number, first, place = _HEADER.unpack_from(self._view)
        if 0 < first <= number <= first + self._slots and number < 1 << 62 > place:
            return number, first, place
        self.errors += 1
        return 1, 1, 0

    def _freed(self, first: int, number: int, end: int) -> int:
        """The first slot that holds once the ring is written up to `end`, and the slot of `number` is."""
        before = first
        while first < number and (number - first >= self._slots or self._place(first) < end - self._room):
            first += 1
        self.evictions += first - before
        return first

    def _way(self, key: bytes) -> int:
        """Where in the table the number of a key goes: that of its own slot before, or the oldest of its set."""
        at = self._set_of(key)
        numbers = _WAYS.unpack_from(self._view, at)
        own = [way for way, number in enumerate(numbers) if number and self._key(number) == key]
        return at + _NUMBER.size * (own[0] if own else numbers.index(min(numbers)))

    def _slot(self, number: int) -> int:
        return _HEADER.size + number % self._slots * _SLOT.size

    def _key(self, number: int) -> bytes:
        key: bytes = _SLOT.unpack_from(self._view, self._slot(number))[0]
        return key

    def _place(self, number: int) -> int:
        place: int = _SLOT.unpack_from(self._view, self._slot(number))[1]
        return place

    def _set_of(self, key: bytes) -> int:
        return self._table + int.from_bytes(key[:8], "big") % self._sets * _WAYS.size

    def _digest(self, key: bytes, value: bytes) -> bytes:
        digest = sha256(self._secret + key)
        digest.update(value)
        return digest.digest()[:16]

    @contextmanager
    def _writing(self) -> Iterator[bool]:
        """Whether nobody else writes: neither a thread of this process, nor another process."""
        if not self._lock.acquire(blocking=False):
            yield False
            return
        try:
            yield self._locked()
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN)
            self._lock.release()

    def _locked(self) -> bool:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    @property
    def all_entries(self) -> int:
        """Of all processes, as `all_bytes` are; what is counted beside is of this one."""
        after, first, _ = _HEADER.unpack_from(self._view)
        return int(after - first)

    @property
    def all_bytes(self) -> int:
        after, first, place = _HEADER.unpack_from(self._view)
        return max(0, min(self._room, place - self._place(first))) if first < after else 0
