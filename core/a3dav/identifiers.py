"""UUIDv7 identifiers (RFC 9562 §5.7), kept as sixteen bytes."""

import os
import threading
import time


def new_id() -> bytes:
    milliseconds = time.time_ns() // 1_000_000
    random = bytearray(os.urandom(10))
    random[0] = 0x70 | random[0] & 0x0F
    random[2] = 0x80 | random[2] & 0x3F
    return milliseconds.to_bytes(6, "big") + bytes(random)


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class Clock:
    """A hybrid logical clock: milliseconds in the upper bits, sixteen bits to tell equal ones apart."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def tick(self) -> int:
        with self._lock:
            self._last = max(now_ms() << 16, self._last + 1)
            return self._last
