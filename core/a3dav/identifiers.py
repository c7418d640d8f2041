"""UUIDv7 identifiers (RFC 9562 §5.7), kept as sixteen bytes, and the clocks of a process.

The wall clock may jump, and neither order goes back with it. Clocks of hosts differ by `SKEW_MS` at most; a time
further ahead was noted under a clock that was wrong.
"""

import os
import random
import threading
import time

SKEW_MS = 300_000


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class Clock:
    """A hybrid logical clock: milliseconds in the upper bits, `bits` below to tell equal ones apart."""

    BITS = 16

    @classmethod
    def at(cls, moment: int) -> int:
        """The first tick of a moment in milliseconds."""
        return moment << cls.BITS

    def __init__(self, bits: int = BITS) -> None:
        self._bits = bits
        self._last = 0
        self._lock = threading.Lock()

    def tick(self) -> int:
        with self._lock:
            self._last = max(now_ms() << self._bits, self._last + 1)
            return self._last

    def observe(self, seen: int) -> None:
        """Ticks behind what others have written, whatever the wall clock says."""
        with self._lock:
            self._last = max(self._last, seen)


_sequence = Clock(bits=12)


def new_id() -> bytes:
    """Later ones of a process sort behind earlier ones (RFC 9562 §6.2, a counter in the twelve bits of rand_a)."""
    milliseconds, count = divmod(_sequence.tick(), 1 << 12)
    random = bytearray(os.urandom(8))
    random[0] = 0x80 | random[0] & 0x3F
    return milliseconds.to_bytes(6, "big") + (0x7000 | count).to_bytes(2, "big") + bytes(random)


def request_id() -> str:
    """Like an identifier, for what is told in logs alone: nobody may have to rely on it."""
    return f"{now_ms():012x}{0x7 << 76 | random.getrandbits(76):020x}"


def made_at(identifier: bytes) -> int:
    """When an identifier was made, in milliseconds since 1970."""
    return int.from_bytes(identifier[:6], "big")
