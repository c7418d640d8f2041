"""UUIDv7 identifiers (RFC 9562 §5.7), kept as sixteen bytes, and the clocks of a process.

The wall clock may jump. Nothing here goes back with it, and what was noted under a clock that was ahead is
told by `SKEW_MS`: hosts may differ by that much, more is an error of the past.
"""

import os
import threading
import time

SKEW_MS = 300_000


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class _Sequence:
    """Milliseconds that never go back, as RFC 9562 §6.1 asks of the timestamps in identifiers."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        self._last = milliseconds = max(now_ms(), self._last)
        return milliseconds


_sequence = _Sequence()


def new_id() -> bytes:
    random = bytearray(os.urandom(10))
    random[0] = 0x70 | random[0] & 0x0F
    random[2] = 0x80 | random[2] & 0x3F
    return _sequence.next().to_bytes(6, "big") + bytes(random)


class Clock:
    """A hybrid logical clock: milliseconds in the upper bits, sixteen bits to tell equal ones apart."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def tick(self) -> int:
        with self._lock:
            self._last = max(now_ms() << 16, self._last + 1)
            return self._last

    def observe(self, seen: int) -> None:
        """Ticks behind what others have written, whatever the wall clock says."""
        with self._lock:
            self._last = max(self._last, seen)
